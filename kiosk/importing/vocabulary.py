"""The words by which organisers head their columns, in Dutch, English and French."""

from enum import StrEnum
from typing import TypeAlias


class PersonField(StrEnum):
    """What a column of a registration form may hold."""

    ANSWERED_AT = "answered_at"
    FULL_NAME = "full_name"
    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    CHOSEN_NAME = "chosen_name"
    EMAIL = "email"
    PHONE = "phone"
    ROUTE = "route"
    LANGUAGES = "languages"
    SECTORS = "sectors"
    WANTED = "wanted"
    AVOIDED = "avoided"
    MUST = "must"
    NEVER = "never"
    MET = "met"
    NEEDS = "needs"
    STEP_FREE = "step_free"
    QUIET = "quiet"
    HELPER = "helper"
    TAKE_PART = "take_part"
    SHARE_CONTACT = "share_contact"
    FOLLOW_UP = "follow_up"


class EmployerField(StrEnum):
    """What a column of an employers' list may hold."""

    NUMBER = "number"
    NAME = "name"
    SECTORS = "sectors"
    REPRESENTATIVE = "representative"
    EMAIL = "email"
    PHONE = "phone"
    SEATS = "seats"
    LANGUAGES = "languages"
    JOBS = "jobs"
    REMARK = "remark"
    STEP_FREE = "step_free"
    QUIET = "quiet"


Field: TypeAlias = PersonField | EmployerField

_EMAIL = "e-mail, email, e-mailadres, mailadres, mail, email address, courriel, adresse e-mail"
_PHONE = (
    "telefoon, telefoonnummer, tel, gsm, gsm-nummer, mobiel, phone, phone number, mobile, "
    "téléphone, numéro de téléphone, portable"
)
_LANGUAGES = "talen, taal, welke talen spreek je, languages, language, langues, langue"
_SECTORS = "sector, sectoren, sectors, secteur, secteurs, branche, domaine"
_STEP_FREE = (
    "drempelvrij, drempelvrije tafel, zonder drempel, rolstoeltoegankelijk, step-free, "
    "step-free table, wheelchair accessible, sans marche, accessible pmr"
)
_QUIET = (
    "rustige plek, rustige tafel, rustige hoek, quiet place, quiet table, quiet corner, "
    "endroit calme, table calme, coin calme"
)

PERSON_PHRASES = {
    PersonField.ANSWERED_AT: (
        "tijdstempel, timestamp, horodateur, datum inschrijving, ingevuld op, begintijd, "
        "tijd van voltooien, completion time, submitted at, date d'inscription"
    ),
    PersonField.FULL_NAME: "naam, volledige naam, naam en voornaam, name, full name, nom complet, "
    "nom et prénom",
    PersonField.GIVEN_NAME: "voornaam, given name, first name, firstname, prénom",
    PersonField.FAMILY_NAME: "familienaam, achternaam, family name, last name, surname, lastname, "
    "nom de famille, nom",
    PersonField.CHOSEN_NAME: "roepnaam, naam op badge, hoe mogen we je noemen, noemen badge, "
    "chosen name, name on badge, call you, preferred name, nom sur le badge, comment t'appeler, "
    "prénom d'usage",
    PersonField.EMAIL: _EMAIL,
    PersonField.PHONE: _PHONE,
    PersonField.ROUTE: "via wie contacteren, contact via, contacteren via, contact through, "
    "reach you through, via qui contacter, contacter par",
    PersonField.LANGUAGES: _LANGUAGES,
    PersonField.SECTORS: _SECTORS,
    PersonField.WANTED: "zeker ontmoeten, graag ontmoeten, wil je ontmoeten, wensen, "
    "like to meet, want to meet, wishes, souhaites rencontrer, aimerais rencontrer, souhaits",
    PersonField.AVOIDED: "niet ontmoeten, liever niet ontmoeten, liever niet, not meet, "
    "rather not meet, avoid, ne pas rencontrer, plutôt pas rencontrer, éviter",
    PersonField.MUST: "moet ontmoeten, absoluut ontmoeten, absoluut wil ontmoeten, must meet, "
    "absolutely meet, have to meet, doit rencontrer, dois rencontrer, absolument rencontrer",
    PersonField.NEVER: "zeker niet ontmoeten, absoluut niet ontmoeten, mag niet ontmoeten, "
    "nooit ontmoeten, must not meet, may not meet, never meet, absolutely not meet, "
    "ne doit pas rencontrer, ne dois pas rencontrer, surtout pas rencontrer, jamais rencontrer",
    PersonField.MET: "al ontmoet, reeds ontmoet, al gesproken, eerder ontmoet, "
    "vorige keer ontmoet, already met, met before, met earlier, spoken before, "
    "déjà rencontré, déjà rencontrés",
    PersonField.NEEDS: "noden, wat hebben we nodig, nodig om goed te doen, aandachtspunten, needs, "
    "what do you need, access needs, opmerkingen, remarks, besoins, de quoi as-tu besoin, "
    "remarques",
    PersonField.STEP_FREE: f"{_STEP_FREE}, rolstoel, wheelchair, fauteuil roulant",
    PersonField.QUIET: _QUIET,
    PersonField.HELPER: "tolk of coach, naam tolk, naam coach, naam jobcoach, welke tolk, "
    "gedeelde tolk, gedeelde coach, gedeelde begeleider, interpreter or coach, name interpreter, "
    "name coach, shared interpreter, shared coach, shared companion, interprète ou coach, "
    "nom interprète, nom coach, interprète partagé, accompagnateur partagé",
    PersonField.TAKE_PART: "neem deel, deelname, ik neem deel, toestemming deelname, take part, "
    "taking part, participate, participe, participation",
    PersonField.SHARE_CONTACT: "contactgegevens gedeeld, gegevens delen, wederzijdse interesse, "
    "share contact, contact details shared, share my details, partager coordonnées, "
    "coordonnées partagées",
    PersonField.FOLLOW_UP: "later gebeld, later contacteren, opvolging, follow up, called later, "
    "contact me later, rappelé plus tard, suivi",
}

EMPLOYER_PHRASES = {
    EmployerField.NUMBER: "nr, nummer, tafel, tafelnummer, no, number, table, table number, "
    "numéro, n°",
    EmployerField.NAME: "organisatie, bedrijf, werkgever, firma, bedrijfsnaam, naam, organisation, "
    "organization, company, employer, entreprise, société, employeur",
    EmployerField.SECTORS: _SECTORS,
    EmployerField.REPRESENTATIVE: "contactpersoon, vertegenwoordiger, wie komt, contact, "
    "representative, contact person, personne de contact, représentant",
    EmployerField.EMAIL: _EMAIL,
    EmployerField.PHONE: _PHONE,
    EmployerField.SEATS: "plaatsen, plaatsen aan tafel, aantal plaatsen, stoelen, seats, places, "
    "number of seats, nombre de places",
    EmployerField.LANGUAGES: _LANGUAGES,
    EmployerField.JOBS: "jobs, stages, vacatures, functies, jobs stages, vacancies, internships, "
    "emplois, postes",
    EmployerField.REMARK: "opmerkingen, opmerking, nota, remarks, remark, notes, remarques, "
    "commentaires",
    EmployerField.STEP_FREE: f"{_STEP_FREE}, toegankelijk, accessible",
    EmployerField.QUIET: _QUIET,
}

PERSON_ALONE = {
    PersonField.MUST: "moet, absoluut, must, absolument",
    PersonField.NEVER: "nooit, never, jamais",
    PersonField.HELPER: "tolk, coach, jobcoach, interpreter, interprète",
    PersonField.QUIET: "rustig, quiet, calme",
}
EMPLOYER_ALONE = {EmployerField.QUIET: "rustig, quiet, calme"}
"""Words that say a field where the heading says nothing else; in a question they say too little.

"Do you have a coach?" asks for a yes, and nobody is called that.
"""

ASKS_TO_MEET = frozenset({PersonField.WANTED, PersonField.MUST})
DENIALS = frozenset(["niet", "nooit", "not", "never", "dont", "pas", "jamais"])
MEETING = frozenset(["ontmoeten", "meet", "rencontrer"])
"""A denial before one of these turns whom to meet into whom not to meet."""


def phrases(listed: str) -> tuple[str, ...]:
    """The phrases in a comma-separated list."""
    return tuple(phrase.strip() for phrase in listed.split(","))
