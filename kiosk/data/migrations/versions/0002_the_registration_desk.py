"""The registration desk: leaving and coming back, small edits, settings, a PIN, print jobs."""

import sqlalchemy as sa
from alembic import op


revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('desk_settings',
    sa.Column('station', sa.String(), nullable=False),
    sa.Column('badge_on_scan', sa.String(), nullable=False),
    sa.Column('route_card_on_scan', sa.String(), nullable=False),
    sa.Column('printer', sa.String(), nullable=False),
    sa.Column('camera', sa.String(), nullable=False),
    sa.Column('mirrored', sa.Boolean(), nullable=False),
    sa.Column('idle_minutes', sa.Integer(), nullable=False),
    sa.CheckConstraint("badge_on_scan IN ('never', 'first-time', 'always')", name=op.f('ck_desk_settings_badge_on_scan')),
    sa.CheckConstraint("route_card_on_scan IN ('never', 'first-time', 'always')", name=op.f('ck_desk_settings_route_card_on_scan')),
    sa.CheckConstraint('idle_minutes >= 0', name=op.f('ck_desk_settings_idle_minutes')),
    sa.PrimaryKeyConstraint('station', name=op.f('pk_desk_settings'))
    )
    op.create_table('staff_pin',
    sa.Column('id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('salt', sa.LargeBinary(), nullable=False),
    sa.Column('digest', sa.LargeBinary(), nullable=False),
    sa.Column('rounds', sa.Integer(), nullable=False),
    sa.CheckConstraint('id = 1', name=op.f('ck_staff_pin_only_one')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_staff_pin'))
    )
    op.create_table('attendee_edit',
    sa.Column('attendee_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('station', sa.String(), nullable=False),
    sa.Column('volunteer', sa.String(), nullable=False),
    sa.Column('field', sa.String(), nullable=False),
    sa.Column('before', sa.String(), nullable=False),
    sa.Column('after', sa.String(), nullable=False),
    sa.CheckConstraint("field IN ('chosen-name', 'languages', 'needs', 'standing', 'companion-of', 'take-part', 'share-contact', 'follow-up', 'badge-code')", name=op.f('ck_attendee_edit_field')),
    sa.ForeignKeyConstraint(['attendee_id'], ['attendee.id'], name=op.f('fk_attendee_edit_attendee_id_attendee')),
    sa.PrimaryKeyConstraint('attendee_id', 'number', name=op.f('pk_attendee_edit'))
    )
    op.create_table('print_job',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('station', sa.String(), nullable=False),
    sa.Column('paper', sa.String(), nullable=False),
    sa.Column('attendee_id', sa.Uuid(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('trouble', sa.String(), nullable=False),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('again_of', sa.Uuid(), nullable=True),
    sa.CheckConstraint("paper IN ('badges', 'route-cards', 'brochures')", name=op.f('ck_print_job_paper')),
    sa.CheckConstraint("state IN ('queued', 'sent', 'failed', 'reprinted', 'cancelled')", name=op.f('ck_print_job_state')),
    sa.CheckConstraint("trouble IN ('', 'no-printer', 'printer-refused', 'paper-not-made')", name=op.f('ck_print_job_trouble')),
    sa.ForeignKeyConstraint(['again_of'], ['print_job.id'], name=op.f('fk_print_job_again_of_print_job')),
    sa.ForeignKeyConstraint(['attendee_id'], ['attendee.id'], name=op.f('fk_print_job_attendee_id_attendee')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_print_job'))
    )
    with op.batch_alter_table('print_job', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_print_job_attendee_id'), ['attendee_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_print_job_station_state'), ['station', 'state'], unique=False)

    with op.batch_alter_table('attendee', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_attendee_companion_of'), ['companion_of'], unique=False)

    with op.batch_alter_table('check_in', schema=None) as batch_op:
        batch_op.add_column(sa.Column('left_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.create_index(batch_op.f('ix_check_in_at'), ['at'], unique=False)

    with op.batch_alter_table('event', schema=None) as batch_op:
        batch_op.add_column(sa.Column('desk_opens', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('desk_closes', sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table('event', schema=None) as batch_op:
        batch_op.drop_column('desk_closes')
        batch_op.drop_column('desk_opens')

    with op.batch_alter_table('check_in', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_check_in_at'))
        batch_op.drop_column('left_at')

    with op.batch_alter_table('attendee', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_attendee_companion_of'))

    with op.batch_alter_table('print_job', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_print_job_station_state'))
        batch_op.drop_index(batch_op.f('ix_print_job_attendee_id'))

    op.drop_table('print_job')
    op.drop_table('attendee_edit')
    op.drop_table('staff_pin')
    op.drop_table('desk_settings')
