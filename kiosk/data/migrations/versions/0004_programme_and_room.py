"""The programme that can be edited on the day, the room's settings, and consents for stories."""

import json
from datetime import datetime, timedelta

import sqlalchemy as sa
from alembic import op


revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('phase', schema=None) as batch_op:
        batch_op.add_column(sa.Column('fixed', sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column('skipped', sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column('sound', sa.String(), nullable=False, server_default='gong'))
        batch_op.add_column(sa.Column('prompt', sa.String(), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('planned_seconds', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('started_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.create_check_constraint(op.f('ck_phase_sound'), "sound IN ('gong', 'soft-gong', 'spoken', 'silent')")
        batch_op.create_check_constraint(op.f('ck_phase_planned_seconds'), 'planned_seconds >= 0')
    with op.batch_alter_table('run', schema=None) as batch_op:
        batch_op.add_column(sa.Column('changes', sa.Integer(), nullable=False, server_default='0'))
    _fix_what_follows_a_gap()
    _note_when_phases_began()
    op.create_table('programme_edit',
    sa.Column('number', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('station', sa.String(), nullable=False),
    sa.Column('begun', sa.Integer(), nullable=False),
    sa.Column('plan_version', sa.Integer(), nullable=True),
    sa.Column('phases', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['plan_version'], ['plan.version'], name=op.f('fk_programme_edit_plan_version_plan')),
    sa.PrimaryKeyConstraint('number', name=op.f('pk_programme_edit'))
    )
    op.create_table('room_settings',
    sa.Column('id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('screen_inches', sa.Double(), nullable=True),
    sa.Column('farthest_metres', sa.Double(), nullable=True),
    sa.Column('quiet', sa.Boolean(), nullable=False),
    sa.Column('volume', sa.Integer(), nullable=False),
    sa.Column('sound_device', sa.String(), nullable=False),
    sa.Column('unused_screens', sa.JSON(), nullable=False),
    sa.CheckConstraint('id = 1', name=op.f('ck_room_settings_only_one')),
    sa.CheckConstraint('volume BETWEEN 0 AND 100', name=op.f('ck_room_settings_volume')),
    sa.CheckConstraint('screen_inches > 0', name=op.f('ck_room_settings_screen_inches')),
    sa.CheckConstraint('farthest_metres > 0', name=op.f('ck_room_settings_farthest_metres')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_room_settings'))
    )
    op.create_table('room_sign',
    sa.Column('id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('message', sa.String(), nullable=False),
    sa.Column('blackout', sa.Boolean(), nullable=False),
    sa.CheckConstraint('id = 1', name=op.f('ck_room_sign_only_one')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_room_sign'))
    )
    op.create_table('story_consent',
    sa.Column('story_id', sa.String(), nullable=False),
    sa.Column('given_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('given_by', sa.String(), nullable=False),
    sa.Column('form', sa.String(), nullable=False),
    sa.Column('fingerprint', sa.String(length=64), nullable=False),
    sa.Column('taken_back_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("form IN ('signed', 'e-mail', 'spoken')", name=op.f('ck_story_consent_form')),
    sa.PrimaryKeyConstraint('story_id', 'given_at', name=op.f('pk_story_consent'))
    )


def _fix_what_follows_a_gap() -> None:
    """The former schema kept no fixed times; only they can leave a gap before a phase."""
    phases = sa.table('phase', sa.column('position', sa.Integer), sa.column('starts', sa.Time), sa.column('seconds', sa.Integer), sa.column('fixed', sa.Boolean))
    connection, ends = op.get_bind(), None
    rows = connection.execute(sa.select(phases.c.position, phases.c.starts, phases.c.seconds).order_by(phases.c.position)).all()
    for position, starts, seconds in rows:
        if starts != ends:
            connection.execute(sa.update(phases).where(phases.c.position == position).values(fixed=True))
        ends = (datetime.combine(datetime.min, starts) + timedelta(seconds=seconds)).time()


def _note_when_phases_began() -> None:
    """The former schema kept the moments in the journal only; the last of several counts."""
    journal = sa.table('journal', sa.column('sequence', sa.Integer), sa.column('at'), sa.column('what', sa.String), sa.column('facts', sa.JSON))
    phases = sa.table('phase', sa.column('position', sa.Integer), sa.column('started_at'))
    connection = op.get_bind()
    started = connection.execute(sa.select(journal.c.at, journal.c.facts).where(journal.c.what == 'phase-started').order_by(journal.c.sequence)).all()
    for at, facts in started:
        position = (json.loads(facts) if isinstance(facts, str) else facts)['position']
        connection.execute(sa.update(phases).where(phases.c.position == position).values(started_at=at))


def downgrade() -> None:
    """What is skipped is taken out, because the former schema knows no other way to leave it out."""
    op.drop_table('story_consent')
    op.drop_table('room_sign')
    op.drop_table('room_settings')
    op.drop_table('programme_edit')
    op.execute('DELETE FROM phase WHERE skipped')
    with op.batch_alter_table('run', schema=None) as batch_op:
        batch_op.drop_column('changes')
    with op.batch_alter_table('phase', schema=None) as batch_op:
        for name in ('ck_phase_sound', 'ck_phase_planned_seconds'):
            batch_op.drop_constraint(op.f(name), type_='check')
        for column in ('fixed', 'skipped', 'sound', 'prompt', 'planned_seconds', 'started_at'):
            batch_op.drop_column(column)
