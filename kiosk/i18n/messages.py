"""Every refusal in words: what happened, what was kept, what to do."""

from pathlib import PurePath

from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.plan import RuleCode
from kiosk.i18n import N_, _
from kiosk.i18n.content_messages import mistake_text
from kiosk.i18n.import_messages import problem_text
from kiosk.i18n.plan_messages import rule_text

_REFUSALS = {
    RefusalCode.WRONG_PASSPHRASE: N_(
        "That is not the passphrase of {path}. Nothing was changed; try again."
    ),
    RefusalCode.PASSPHRASE_MISSING: N_(
        "A passphrase is needed: type it when asked, or use --passphrase-file or {variable}."
    ),
    RefusalCode.PASSPHRASE_TOO_SHORT: N_(
        "A passphrase needs at least {least} characters. A short sentence works well."
    ),
    RefusalCode.PASSPHRASES_DIFFER: N_("The two passphrases differ. Nothing was made; try again."),
    RefusalCode.PIN_MISSING: N_("A PIN is needed: type it when asked, or use --pin-file."),
    RefusalCode.PIN_SHAPE: N_("A PIN is {least} to {most} digits. Nothing was changed."),
    RefusalCode.PIN_GUESSABLE: N_(
        "That PIN is one of the first that anybody would try. Nothing was changed; choose another."
    ),
    RefusalCode.PINS_DIFFER: N_("The two PINs differ. Nothing was changed; try again."),
    RefusalCode.FILE_DAMAGED: N_(
        "{path} is damaged and was not opened, so that it gets no worse. Use your latest backup."
    ),
    RefusalCode.FILE_NOT_FOUND: N_("There is no file {path}."),
    RefusalCode.FILE_EXISTS: N_("{path} is there already and was left alone. Choose another name."),
    RefusalCode.FILE_UNREADABLE: N_("{path} can't be read. Is it a file, and are you allowed to?"),
    RefusalCode.NOT_AN_EVENT: N_(
        "{path} is no Stoelendans event, or its beginning was overwritten. Nothing was changed."
    ),
    RefusalCode.NEWER_SCHEMA: N_(
        "{path} was made by a newer version of Stoelendans. It was left alone; update this program."
    ),
    RefusalCode.IN_USE: N_(
        "{path} is open in another Stoelendans window. Close that one, or work on there."
    ),
    RefusalCode.NAME_TOO_LONG: N_(
        "That name is too long. Choose one of at most {longest} letters."
    ),
    RefusalCode.FOLDER_UNWRITABLE: N_(
        "Nothing can be written in the folder “{folder}”. Choose a folder of your own."
    ),
    RefusalCode.DISK_FULL: N_(
        "The disk is full. The last change was not kept; all before it was. Make room, then retry."
    ),
    RefusalCode.TARGET_OPEN: N_(
        "{path} is open in another program and was left as it was. Close it there, then retry."
    ),
    RefusalCode.OUTPUT_LOST: N_(
        "The answer could not be written to where it was sent. What was asked for is done."
    ),
    RefusalCode.TARGET_KIND: N_(
        "{path} was not written. Choose a name that ends in .xlsx, or a folder for CSV files."
    ),
    RefusalCode.EVENT_DESCRIPTION: N_("The event description {path}: {problem}"),
    RefusalCode.NOT_A_PICTURE: N_(
        "{path} is no picture, or a damaged one, so no code was read from it."
    ),
    RefusalCode.PICTURE_TOO_LARGE: N_(
        "{path} is too large a picture to open safely. Make a smaller one of it, then retry."
    ),
    RefusalCode.UNREADABLE_TABLE: N_("{path} can't be read. {problem} Nothing was changed."),
    RefusalCode.NO_HEADER: N_(
        "{path} has no row with column names that we know, such as “Voornaam” and “E-mailadres”."
        " Nothing was changed."
    ),
    RefusalCode.NO_PEOPLE: N_(
        "{path} holds neither people nor employers that can be read. Nothing was changed."
    ),
    RefusalCode.MAPPING: N_("The mapping {path}: {problem}"),
    RefusalCode.NO_PLAN: N_("There is no plan yet. Make one first."),
    RefusalCode.PLAN_CLASH: N_(
        "Not everything that was asked for can be met, so no plan was made. Ask for less, or make"
        " it without."
    ),
    RefusalCode.PLAN_OVERTAKEN: N_(
        "Version {version} is newer and in force already. Nothing was changed."
    ),
    RefusalCode.PEOPLE_CHANGED: N_(
        "Something changed in the event meanwhile, so this plan was not kept. Make it once more."
    ),
    RefusalCode.MOVE_NOT_LEGAL: N_("Not possible: {problem}. Nothing was changed."),
    RefusalCode.ROUND_OVER: N_("Those rounds have begun already, so nothing was changed."),
    RefusalCode.NO_ROUND_LEFT: N_(
        "The last round has begun, so there is none to drop. Nothing was changed."
    ),
    RefusalCode.NO_SUCH_PAPER: N_("There is no such paper for this person."),
    RefusalCode.UNKNOWN_ATTENDEE: N_("That person is not in this event."),
    RefusalCode.UNKNOWN_EMPLOYER: N_("That employer is not in this event."),
    RefusalCode.UNKNOWN_CONVERSATION: N_("That conversation is not in the plan."),
    RefusalCode.NOTHING_TO_UNDO: N_("There is nothing to undo."),
    RefusalCode.UNDO_TOO_LATE: N_(
        "That was more than {minutes} minutes ago. Nothing was changed; an organiser can undo it."
    ),
    RefusalCode.NOT_HERE: N_("That person is not here now, so nothing was changed."),
    RefusalCode.NAME_MISSING: N_("A name is missing. Nothing was changed."),
    RefusalCode.CONSENT_NEEDED: N_("Without a yes to taking part nothing is kept of somebody."),
    RefusalCode.EMPLOYER_MISSING: N_("Choose for which organisation. Nothing was changed."),
    RefusalCode.CONTACT_UNREADABLE: N_(
        "That is no phone number or e-mail address. Nothing was kept; write it anew, or leave it"
        " empty."
    ),
    RefusalCode.CAME_ALREADY: N_("That person has come already, so nothing was changed."),
    RefusalCode.PHASE_NOT_RUNNING: N_("Nothing is running now, so nothing was changed."),
    RefusalCode.NO_NEXT_PHASE: N_("This was the last part of the programme."),
    RefusalCode.PROGRAMME_CHANGED: N_("The programme was changed elsewhere meanwhile. Look again."),
    RefusalCode.PHASE_BEGUN: N_("That part of the programme has begun already."),
    RefusalCode.PROGRAMME_FULL: N_("A programme has up to {most} parts."),
    RefusalCode.EDIT_BEGUN: N_("What that was about has begun, so it stays as it is."),
    RefusalCode.PHASE_LENGTH: N_("A part lasts from 10 seconds to 12 hours."),
    RefusalCode.PHASE_KEPT: N_("That part can't be moved, skipped or taken out."),
    RefusalCode.MESSAGE_TOO_LONG: N_("A message has up to {most} characters."),
    RefusalCode.MESSAGE_HOLDS_CODE: N_(
        "That looks like the code of a badge, so it was not shown to the room."
    ),
    RefusalCode.CONTENT: N_("The brochure text {path}, line {line}: {problem}"),
    RefusalCode.NO_DISPLAY: N_("There is no screen here."),
}

NOBODY_TO_PLAN_FOR = N_(
    "There is nobody to make a plan for: it takes people, employers and a round still to come."
)


def refusal_text(refusal: Refusal) -> str:
    """One clear sentence for a refusal, in the language in use.

    Paths are shortened to the file's name: a full path says more about a person's laptop than a
    shared screen or a copied message should.
    """
    facts = dict(refusal.facts)
    if "path" in facts:
        facts["path"] = _name_of(str(facts["path"]))
    if "expected" in facts or "reason" in facts:
        facts["problem"] = problem_text(facts)
    if "mistake" in facts:
        facts["problem"] = mistake_text(facts)
    if "rule" in facts:
        facts["problem"] = rule_text(RuleCode(str(facts["rule"])))
    if refusal.code is RefusalCode.NO_PEOPLE and "path" not in facts:
        return _(NOBODY_TO_PLAN_FOR)
    return _(_REFUSALS[refusal.code]).format(**facts)


def _name_of(path: str) -> str:
    """The file's name on one line; a terminal obeys control characters, so none get there."""
    name = PurePath(path).name or path
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in name)
