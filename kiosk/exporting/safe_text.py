"""Text that stays text: nothing a person typed is ever run by a spreadsheet."""

HOME = "BE"
"""Where the organisers dial from."""

_RUNS = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
"""What makes a spreadsheet take a cell for a formula, also in full width."""


def safe(text: str) -> str:
    """The text, with an apostrophe before a beginning that a spreadsheet would run.

    It stands in the workbook too, where cells are typed as text already: who saves the sheet as
    CSV takes the cell's words along but not its type.
    """
    return f"'{text}" if text.startswith(_RUNS) else text


def dialled(phone: str) -> str:
    """A phone number as it is dialled: ``0470 12 34 56``, from abroad ``00 33 6 12 34 56 78``.

    Without the plus, which a spreadsheet takes for the beginning of a sum. What can't be read as
    a number stays as it is.
    """
    from phonenumbers import (  # slow to load
        NumberParseException,
        format_out_of_country_calling_number,
        parse,
    )

    try:
        return format_out_of_country_calling_number(parse(phone, HOME), HOME)
    except NumberParseException:
        return phone
