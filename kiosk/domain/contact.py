"""Phone numbers and e-mail addresses: one form to keep, and one that is easy to read aloud."""

REGION = "BE"
LONGEST_PHONE = 60


def normal_email(text: str) -> str | None:
    """The address in its normal form, or None when it is not one; nothing is looked up."""
    from email_validator import EmailNotValidError, validate_email  # slow to load

    try:
        return validate_email(text, check_deliverability=False).normalized
    except EmailNotValidError:
        return None


def normal_phone(text: str) -> str | None:
    """The number in E.164, read as a Belgian one, or None when it can't be a number."""
    import phonenumbers  # slow to load

    try:
        number = phonenumbers.parse(text[:LONGEST_PHONE], REGION)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def readable_phone(text: str) -> str:
    """The number in the groups in which people read it, ``0470 12 34 56``.

    One from abroad keeps its country; what is no number stays as it was written.
    """
    import phonenumbers  # slow to load

    try:
        number = phonenumbers.parse(text[:LONGEST_PHONE], REGION)
    except phonenumbers.NumberParseException:
        return text
    forms = phonenumbers.PhoneNumberFormat
    at_home = number.country_code == phonenumbers.country_code_for_region(REGION)
    return phonenumbers.format_number(number, forms.NATIONAL if at_home else forms.INTERNATIONAL)
