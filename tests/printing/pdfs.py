"""Reading PDFs back: text, size, fonts, and the codes a scanner would see."""

import pypdfium2 as pdfium
import zxingcpp

SCALE = 2.5


def texts(content: bytes) -> list[str]:
    """The text of each page, on one line."""
    document = pdfium.PdfDocument(content)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    return [" ".join(page.split()) for page in pages]


def codes(content: bytes) -> list[str]:
    """All badge codes, read from rendered pages as a camera would."""
    document = pdfium.PdfDocument(content)
    images = [page.render(scale=SCALE).to_pil().convert("L") for page in document]
    return [found.text for image in images for found in zxingcpp.read_barcodes(image)]


def millimetres(content: bytes) -> set[tuple[int, int]]:
    """The sizes of the pages."""
    document = pdfium.PdfDocument(content)
    return {tuple(round(side / 72 * 25.4) for side in page.get_size()) for page in document}


def metadata(content: bytes) -> dict[str, str]:
    """Title, author and so on."""
    return pdfium.PdfDocument(content).get_metadata_dict()


def outline(content: bytes) -> list[str]:
    """The titles of the document's outline."""
    return [entry.get_title() for entry in pdfium.PdfDocument(content).get_toc()]


def fonts(content: bytes) -> set[str]:
    """The embedded fonts, by the names that subsets carry."""
    names = content.split(b"/FontFile2")
    assert len(names) > 1, "no font is embedded"
    parts = content.split(b"/FontName /")[1:]
    return {part.split()[0].split(b"+")[-1].decode() for part in parts}


def overflow(content: bytes) -> list[str]:
    """Letters that lie beyond the left or right edge of their page."""
    document = pdfium.PdfDocument(content)
    found = []
    for page in document:
        text, width = page.get_textpage(), page.get_width()
        for at in range(text.count_chars()):
            left, _bottom, right, _top = text.get_charbox(at)
            if left < 0 or right > width:
                found.append(text.get_text_range(at, 1))
    return [letter for letter in found if letter.strip()]
