"""The first schema."""

import sqlalchemy as sa
from alembic import op


revision = '0001'
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('employer',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('table_number', sa.Integer(), nullable=False),
    sa.Column('seats', sa.Integer(), nullable=False),
    sa.Column('sectors', sa.JSON(), nullable=False),
    sa.Column('languages', sa.JSON(), nullable=False),
    sa.Column('jobs', sa.String(), nullable=False),
    sa.Column('remark', sa.String(), nullable=False),
    sa.Column('arrives', sa.Time(), nullable=True),
    sa.Column('leaves', sa.Time(), nullable=True),
    sa.CheckConstraint('seats >= 0', name=op.f('ck_employer_seats')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_employer')),
    sa.UniqueConstraint('name', name=op.f('uq_employer_name')),
    sa.UniqueConstraint('table_number', name=op.f('uq_employer_table_number'))
    )
    op.create_table('event',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('date', sa.Date(), nullable=False),
    sa.Column('place', sa.String(), nullable=False),
    sa.Column('timezone', sa.String(), nullable=False),
    sa.Column('languages', sa.JSON(), nullable=False),
    sa.Column('public_names', sa.String(), nullable=False),
    sa.Column('table_count', sa.Integer(), nullable=False),
    sa.Column('made_with', sa.String(), nullable=False),
    sa.CheckConstraint("public_names IN ('chosen-name', 'badge-number')", name=op.f('ck_event_public_names')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_event'))
    )
    op.create_table('journal',
    sa.Column('sequence', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('station', sa.String(), nullable=False),
    sa.Column('what', sa.String(), nullable=False),
    sa.Column('subjects', sa.JSON(), nullable=False),
    sa.Column('facts', sa.JSON(), nullable=False),
    sa.Column('hash', sa.String(length=64), nullable=False),
    sa.PrimaryKeyConstraint('sequence', name=op.f('pk_journal'))
    )
    op.create_table('phase',
    sa.Column('position', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('starts', sa.Time(), nullable=False),
    sa.Column('seconds', sa.Integer(), nullable=False),
    sa.Column('round_number', sa.Integer(), nullable=True),
    sa.CheckConstraint("kind IN ('welcome', 'info', 'round', 'changeover', 'break', 'interest', 'celebration')", name=op.f('ck_phase_kind')),
    sa.CheckConstraint('seconds >= 0', name=op.f('ck_phase_seconds')),
    sa.PrimaryKeyConstraint('position', name=op.f('pk_phase'))
    )
    op.create_table('plan',
    sa.Column('version', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('method', sa.String(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("method IN ('carousel')", name=op.f('ck_plan_method')),
    sa.PrimaryKeyConstraint('version', name=op.f('pk_plan'))
    )
    op.create_table('attendee',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('side', sa.String(), nullable=False),
    sa.Column('badge_number', sa.Integer(), nullable=False),
    sa.Column('given_name', sa.String(), nullable=False),
    sa.Column('family_name', sa.String(), nullable=False),
    sa.Column('chosen_name', sa.String(), nullable=False),
    sa.Column('email', sa.String(), nullable=False),
    sa.Column('phone', sa.String(), nullable=False),
    sa.Column('route_kind', sa.String(), nullable=False),
    sa.Column('route_through', sa.String(), nullable=False),
    sa.Column('languages', sa.JSON(), nullable=False),
    sa.Column('sectors', sa.JSON(), nullable=False),
    sa.Column('needs', sa.String(), nullable=False),
    sa.Column('arrives', sa.Time(), nullable=True),
    sa.Column('leaves', sa.Time(), nullable=True),
    sa.Column('standing', sa.String(), nullable=False),
    sa.Column('employer_id', sa.Uuid(), nullable=True),
    sa.Column('companion_of', sa.Uuid(), nullable=True),
    sa.CheckConstraint("(side = 'employer') = (employer_id IS NOT NULL)", name=op.f('ck_attendee_representative_has_employer')),
    sa.CheckConstraint("route_kind IN ('direct', 'companion', 'organisation')", name=op.f('ck_attendee_route_kind')),
    sa.CheckConstraint("side IN ('candidate', 'employer', 'companion')", name=op.f('ck_attendee_side')),
    sa.CheckConstraint("standing IN ('expected', 'cancelled')", name=op.f('ck_attendee_standing')),
    sa.ForeignKeyConstraint(['companion_of'], ['attendee.id'], name=op.f('fk_attendee_companion_of_attendee')),
    sa.ForeignKeyConstraint(['employer_id'], ['employer.id'], name=op.f('fk_attendee_employer_id_employer')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_attendee')),
    sa.UniqueConstraint('badge_number', name=op.f('uq_attendee_badge_number'))
    )
    with op.batch_alter_table('attendee', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_attendee_employer_id'), ['employer_id'], unique=False)

    op.create_table('run',
    sa.Column('id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('remaining', sa.Double(), nullable=False),
    sa.Column('seconds', sa.Double(), nullable=False),
    sa.Column('started_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("state IN ('running', 'paused')", name=op.f('ck_run_state')),
    sa.CheckConstraint('id = 1', name=op.f('ck_run_only_one')),
    sa.ForeignKeyConstraint(['position'], ['phase.position'], name=op.f('fk_run_position_phase')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_run'))
    )
    op.create_table('badge_code',
    sa.Column('code', sa.String(length=20), nullable=False),
    sa.Column('attendee_id', sa.Uuid(), nullable=False),
    sa.Column('given_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('replaced_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['attendee_id'], ['attendee.id'], name=op.f('fk_badge_code_attendee_id_attendee')),
    sa.PrimaryKeyConstraint('code', name=op.f('pk_badge_code'))
    )
    with op.batch_alter_table('badge_code', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_badge_code_attendee_id'), ['attendee_id'], unique=False)

    op.create_table('check_in',
    sa.Column('attendee_id', sa.Uuid(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('station', sa.String(), nullable=False),
    sa.Column('volunteer', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['attendee_id'], ['attendee.id'], name=op.f('fk_check_in_attendee_id_attendee')),
    sa.PrimaryKeyConstraint('attendee_id', name=op.f('pk_check_in'))
    )
    op.create_table('consent',
    sa.Column('attendee_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('given', sa.Boolean(), nullable=False),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("kind IN ('take-part', 'share-contact', 'follow-up')", name=op.f('ck_consent_kind')),
    sa.ForeignKeyConstraint(['attendee_id'], ['attendee.id'], name=op.f('fk_consent_attendee_id_attendee')),
    sa.PrimaryKeyConstraint('attendee_id', 'kind', name=op.f('pk_consent'))
    )
    op.create_table('conversation',
    sa.Column('plan_version', sa.Integer(), nullable=False),
    sa.Column('round_number', sa.Integer(), nullable=False),
    sa.Column('candidate_id', sa.Uuid(), nullable=False),
    sa.Column('employer_id', sa.Uuid(), nullable=False),
    sa.Column('table_number', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['candidate_id'], ['attendee.id'], name=op.f('fk_conversation_candidate_id_attendee')),
    sa.ForeignKeyConstraint(['employer_id'], ['employer.id'], name=op.f('fk_conversation_employer_id_employer')),
    sa.ForeignKeyConstraint(['plan_version'], ['plan.version'], name=op.f('fk_conversation_plan_version_plan')),
    sa.PrimaryKeyConstraint('plan_version', 'round_number', 'candidate_id', name=op.f('pk_conversation')),
    sa.UniqueConstraint('plan_version', 'candidate_id', 'employer_id', name=op.f('uq_conversation_plan_version_candidate_id_employer_id'))
    )
    with op.batch_alter_table('conversation', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_conversation_candidate_id_plan_version'), ['candidate_id', 'plan_version'], unique=False)

    op.create_table('held',
    sa.Column('candidate_id', sa.Uuid(), nullable=False),
    sa.Column('employer_id', sa.Uuid(), nullable=False),
    sa.Column('round_number', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['candidate_id'], ['attendee.id'], name=op.f('fk_held_candidate_id_attendee')),
    sa.ForeignKeyConstraint(['employer_id'], ['employer.id'], name=op.f('fk_held_employer_id_employer')),
    sa.PrimaryKeyConstraint('candidate_id', 'employer_id', name=op.f('pk_held'))
    )
    op.create_table('interest',
    sa.Column('candidate_id', sa.Uuid(), nullable=False),
    sa.Column('employer_id', sa.Uuid(), nullable=False),
    sa.Column('side', sa.String(), nullable=False),
    sa.Column('answer', sa.String(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("answer IN ('yes', 'maybe', 'no')", name=op.f('ck_interest_answer')),
    sa.CheckConstraint("side IN ('candidate', 'employer')", name=op.f('ck_interest_side')),
    sa.ForeignKeyConstraint(['candidate_id'], ['attendee.id'], name=op.f('fk_interest_candidate_id_attendee')),
    sa.ForeignKeyConstraint(['employer_id'], ['employer.id'], name=op.f('fk_interest_employer_id_employer')),
    sa.PrimaryKeyConstraint('candidate_id', 'employer_id', 'side', name=op.f('pk_interest'))
    )
    op.create_table('wish',
    sa.Column('candidate_id', sa.Uuid(), nullable=False),
    sa.Column('employer_id', sa.Uuid(), nullable=False),
    sa.Column('weight', sa.Integer(), nullable=False),
    sa.CheckConstraint('weight BETWEEN 0 AND 5', name=op.f('ck_wish_weight')),
    sa.ForeignKeyConstraint(['candidate_id'], ['attendee.id'], name=op.f('fk_wish_candidate_id_attendee')),
    sa.ForeignKeyConstraint(['employer_id'], ['employer.id'], name=op.f('fk_wish_employer_id_employer')),
    sa.PrimaryKeyConstraint('candidate_id', 'employer_id', name=op.f('pk_wish'))
    )


def downgrade() -> None:
    op.drop_table('wish')
    op.drop_table('interest')
    op.drop_table('held')
    with op.batch_alter_table('conversation', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_conversation_candidate_id_plan_version'))

    op.drop_table('conversation')
    op.drop_table('consent')
    op.drop_table('check_in')
    with op.batch_alter_table('badge_code', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_badge_code_attendee_id'))

    op.drop_table('badge_code')
    op.drop_table('run')
    with op.batch_alter_table('attendee', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_attendee_employer_id'))

    op.drop_table('attendee')
    op.drop_table('plan')
    op.drop_table('phase')
    op.drop_table('journal')
    op.drop_table('event')
    op.drop_table('employer')
