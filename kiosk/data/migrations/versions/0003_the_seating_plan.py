"""The seating plan: demands, what a table offers, drafts and versions, locks, changes of the day."""

import sqlalchemy as sa
from alembic import op


revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None

_EDITED_BEFORE = (
    'chosen-name', 'languages', 'needs', 'standing', 'companion-of', 'take-part', 'share-contact',
    'follow-up', 'badge-code',
)


def upgrade() -> None:
    _wishes_with_kind_and_source()
    op.create_table('companion_link',
    sa.Column('companion_id', sa.Uuid(), nullable=False),
    sa.Column('candidate_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['candidate_id'], ['attendee.id'], name=op.f('fk_companion_link_candidate_id_attendee')),
    sa.ForeignKeyConstraint(['companion_id'], ['attendee.id'], name=op.f('fk_companion_link_companion_id_attendee')),
    sa.PrimaryKeyConstraint('companion_id', 'candidate_id', name=op.f('pk_companion_link'))
    )
    with op.batch_alter_table('attendee', schema=None) as batch_op:
        batch_op.add_column(sa.Column('seat_needs', sa.JSON(), nullable=False, server_default='[]'))
    _edits_of(*_EDITED_BEFORE, 'seat-needs')
    with op.batch_alter_table('employer', schema=None) as batch_op:
        batch_op.add_column(sa.Column('step_free', sa.Boolean(), nullable=False, server_default=sa.true()))
        batch_op.add_column(sa.Column('quiet', sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table('plan', schema=None) as batch_op:
        batch_op.drop_constraint(op.f('ck_plan_method'), type_='check')
        batch_op.add_column(sa.Column('state', sa.String(), nullable=False, server_default='published'))
        batch_op.add_column(sa.Column('origin', sa.String(), nullable=False, server_default='made'))
        batch_op.add_column(sa.Column('published_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('seed', sa.Integer(), nullable=False, server_default='0'))
        batch_op.add_column(sa.Column('bound_least', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('bound_points', sa.Integer(), nullable=True))
        batch_op.create_check_constraint(op.f('ck_plan_method'), "method IN ('best', 'carousel')")
        batch_op.create_check_constraint(op.f('ck_plan_state'), "state IN ('draft', 'published')")
        batch_op.create_check_constraint(op.f('ck_plan_origin'), "origin IN ('made', 'by-hand', 'repaired', 'polished', 'restored')")
    op.execute('UPDATE plan SET published_at = created_at')
    with op.batch_alter_table('conversation', schema=None) as batch_op:
        batch_op.drop_constraint(op.f('uq_conversation_plan_version_candidate_id_employer_id'), type_='unique')
        batch_op.add_column(sa.Column('locked', sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_table('plan_edit',
    sa.Column('plan_version', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('removed', sa.JSON(), nullable=False),
    sa.Column('added', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['plan_version'], ['plan.version'], name=op.f('fk_plan_edit_plan_version_plan')),
    sa.PrimaryKeyConstraint('plan_version', 'number', name=op.f('pk_plan_edit'))
    )
    op.create_table('day_change',
    sa.Column('number', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('station', sa.String(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('candidate_id', sa.Uuid(), nullable=True),
    sa.Column('employer_id', sa.Uuid(), nullable=True),
    sa.Column('from_round', sa.Integer(), nullable=False),
    sa.Column('until_round', sa.Integer(), nullable=True),
    sa.Column('seats', sa.Integer(), nullable=True),
    sa.Column('plan_version', sa.Integer(), nullable=True),
    sa.Column('former_version', sa.Integer(), nullable=True),
    sa.Column('undone_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("kind IN ('late', 'gone', 'back', 'walk-in', 'no-show', 'rest', 'table-closed', 'table-opened', 'seats', 'round-dropped', 'round-added', 'polish')", name=op.f('ck_day_change_kind')),
    sa.CheckConstraint('candidate_id IS NULL OR employer_id IS NULL', name=op.f('ck_day_change_one_subject')),
    sa.CheckConstraint('seats IS NULL OR seats >= 0', name=op.f('ck_day_change_seats')),
    sa.ForeignKeyConstraint(['candidate_id'], ['attendee.id'], name=op.f('fk_day_change_candidate_id_attendee')),
    sa.ForeignKeyConstraint(['employer_id'], ['employer.id'], name=op.f('fk_day_change_employer_id_employer')),
    sa.ForeignKeyConstraint(['former_version'], ['plan.version'], name=op.f('fk_day_change_former_version_plan')),
    sa.ForeignKeyConstraint(['plan_version'], ['plan.version'], name=op.f('fk_day_change_plan_version_plan')),
    sa.PrimaryKeyConstraint('number', name=op.f('pk_day_change'))
    )


def _edits_of(*fields: str) -> None:
    """The history of small edits is about these fields."""
    listed = ', '.join(f"'{field}'" for field in fields)
    with op.batch_alter_table('attendee_edit', schema=None) as batch_op:
        batch_op.drop_constraint(op.f('ck_attendee_edit_field'), type_='check')
        batch_op.create_check_constraint(op.f('ck_attendee_edit_field'), f"field IN ({listed})")


def _wishes_with_kind_and_source() -> None:
    """A weight of 0 kept two people apart: from now on that is called never."""
    op.rename_table('wish', 'wish_before')
    op.create_table('wish',
    sa.Column('candidate_id', sa.Uuid(), nullable=False),
    sa.Column('employer_id', sa.Uuid(), nullable=False),
    sa.Column('source', sa.String(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('weight', sa.Integer(), nullable=False),
    sa.CheckConstraint('weight BETWEEN 0 AND 5', name=op.f('ck_wish_weight')),
    sa.CheckConstraint("kind IN ('wish', 'must', 'rather-not', 'never', 'met')", name=op.f('ck_wish_kind')),
    sa.CheckConstraint("source IN ('candidate', 'organiser')", name=op.f('ck_wish_source')),
    sa.ForeignKeyConstraint(['candidate_id'], ['attendee.id'], name=op.f('fk_wish_candidate_id_attendee')),
    sa.ForeignKeyConstraint(['employer_id'], ['employer.id'], name=op.f('fk_wish_employer_id_employer')),
    sa.PrimaryKeyConstraint('candidate_id', 'employer_id', 'source', name=op.f('pk_wish'))
    )
    op.execute(
        "INSERT INTO wish (candidate_id, employer_id, source, kind, weight) "
        "SELECT candidate_id, employer_id, 'candidate', "
        "CASE weight WHEN 0 THEN 'never' ELSE 'wish' END, weight FROM wish_before"
    )
    op.drop_table('wish_before')


def downgrade() -> None:
    op.drop_table('day_change')
    op.drop_table('plan_edit')
    op.drop_table('companion_link')
    op.execute(
        "DELETE FROM conversation WHERE EXISTS (SELECT 1 FROM conversation AS later"
        " WHERE later.plan_version = conversation.plan_version"
        " AND later.candidate_id = conversation.candidate_id"
        " AND later.employer_id = conversation.employer_id"
        " AND later.round_number > conversation.round_number)"
    )
    with op.batch_alter_table('conversation', schema=None) as batch_op:
        batch_op.drop_column('locked')
        batch_op.create_unique_constraint(op.f('uq_conversation_plan_version_candidate_id_employer_id'), ['plan_version', 'candidate_id', 'employer_id'])
    op.execute("UPDATE plan SET method = 'carousel'")
    with op.batch_alter_table('plan', schema=None) as batch_op:
        for name in ('ck_plan_method', 'ck_plan_state', 'ck_plan_origin'):
            batch_op.drop_constraint(op.f(name), type_='check')
        for column in ('state', 'origin', 'published_at', 'seed', 'bound_least', 'bound_points'):
            batch_op.drop_column(column)
        batch_op.create_check_constraint(op.f('ck_plan_method'), "method IN ('carousel')")
    with op.batch_alter_table('employer', schema=None) as batch_op:
        batch_op.drop_column('quiet')
        batch_op.drop_column('step_free')
    op.execute("DELETE FROM attendee_edit WHERE field = 'seat-needs'")
    _edits_of(*_EDITED_BEFORE)
    with op.batch_alter_table('attendee', schema=None) as batch_op:
        batch_op.drop_column('seat_needs')
    op.rename_table('wish', 'wish_after')
    op.create_table('wish',
    sa.Column('candidate_id', sa.Uuid(), nullable=False),
    sa.Column('employer_id', sa.Uuid(), nullable=False),
    sa.Column('weight', sa.Integer(), nullable=False),
    sa.CheckConstraint('weight BETWEEN 0 AND 5', name=op.f('ck_wish_weight')),
    sa.ForeignKeyConstraint(['candidate_id'], ['attendee.id'], name=op.f('fk_wish_candidate_id_attendee')),
    sa.ForeignKeyConstraint(['employer_id'], ['employer.id'], name=op.f('fk_wish_employer_id_employer')),
    sa.PrimaryKeyConstraint('candidate_id', 'employer_id', name=op.f('pk_wish'))
    )
    op.execute(
        "INSERT INTO wish (candidate_id, employer_id, weight) "
        "SELECT candidate_id, employer_id, "
        "CASE WHEN kind IN ('never', 'met') THEN 0 WHEN kind = 'must' THEN 5 ELSE weight END "
        "FROM wish_after WHERE source = 'candidate'"
    )
    op.drop_table('wish_after')
