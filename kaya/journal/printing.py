"""A span of the journal as a PDF, set in Kaya's own faces. Loaded by name: what makes PDFs takes a second to load."""

from io import BytesIO
from typing import Any

import structlog
from flask_babel import format_date
from fpdf.enums import Align, XPos, YPos
from PIL import Image as Picture

from kaya.accounts.models import User
from kaya.journal.binding import Span, entries, thanks
from kaya.journal.models import Entry, EntryPhoto
from kaya.journal.printed_words import Line, lines_of, runs_to_the_left
from kaya.markdown import parser
from kaya.media import private
from kaya.paper import Paper
from kaya.words import count, say

INK, SOFT, CLAY = (29, 47, 51), (85, 102, 106), (168, 84, 52)
MARGIN, WIDTH = 28, 154  # mm, on A4
TEXT = 10.5  # points
LEADING = 1.55
POINT = 0.3528  # mm
PHOTO_HEIGHT = 110
PHOTO_PIXELS = 1200
WHOLE = say("It is whole in the files of your journal: “As files”, beside “As a PDF”.")

log = structlog.get_logger(__name__)


class Book(Paper):
    """A4, with the page's number below."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.set_margins(MARGIN, 26, MARGIN)
        self.set_auto_page_break(True, 26)
        self.c_margin = 0
        self.set_lang("en")

    def footer(self) -> None:
        self.set_y(-18)
        self.set_font("figtree", "", 8)
        self.set_text_color(*SOFT)
        self.cell(0, 6, str(self.page_no()), align=Align.C)

    def say(
        self, text: str, *, family: str = "figtree", size: float = TEXT, colour: Any = INK, style: str = "",
        inset: float = 0, after: float = 0, marked: bool = False,
    ) -> None:  # fmt: skip
        """A paragraph, which runs the way its letters do; `marked` says that ** and __ mean something."""
        text = self.drawable(text, marked=marked)
        self.set_font(self.face_for(text, family), style, size)
        self.set_text_color(*colour)
        self.set_x(MARGIN + inset)
        way = Align.R if runs_to_the_left(text) else Align.L
        height = size * POINT * (LEADING if family == "figtree" else 1.2)
        how: Any = {"align": way, "markdown": marked, "new_x": XPos.LMARGIN, "new_y": YPos.NEXT}
        self.multi_cell(WIDTH - inset, height, text, **how)
        self.ln(after)


def printed(member: User, span: Span) -> bytes:
    """Open pages from the first day on, then what they were thankful for."""
    title = str(say("Journal of %(name)s", name=member.name))
    book = Book(title)
    book.add_page()
    book.say(title, family="fraunces", size=26, after=2)
    book.say(spanned(member, span), colour=SOFT, after=12)
    for entry in entries(member, span):
        put_whole(book, entry)
    put_thanks(book, member, span)
    own_up(book)
    return bytes(book.output())


def spanned(member: User, span: Span) -> str:
    days = [format_date(day, "long") if day else "" for day in (span.since, span.until)]
    if not any(days):
        return str(say("Every open page"))
    return " – ".join(day for day in days if day)


def put_whole(book: Book, entry: Entry) -> None:
    """One that cannot be set is named in its place, and spoils no other."""
    try:
        put_entry(book, entry)
    except Exception as fault:
        log.error("A page cannot be printed", entry=str(entry.id), fault=type(fault).__name__)
        book.say(str(say("The rest of this page cannot be printed.")), colour=CLAY, after=1)
        book.say(str(WHOLE), size=9, colour=SOFT, after=11)


def put_entry(book: Book, entry: Entry) -> None:
    if book.get_y() > book.h - 70:
        book.add_page()
    book.say(str(format_date(entry.day, "full")), size=9, colour=SOFT, after=1)
    if entry.title:
        book.say(entry.title, family="fraunces", size=17, after=2)
    if entry.prompt:
        book.say(entry.prompt, style="I", colour=CLAY, after=2)
    for line in lines_of(parser().parse(entry.body)):
        put_line(book, line)
    for photo in entry.photos:
        put_photo(book, photo)
    if entry.tags:
        book.say("  ".join(f"#{tag}" for tag in entry.tags), size=9, colour=SOFT)
    book.ln(11)


def put_line(book: Book, line: Line) -> None:
    if line.kind == "rule":
        book.ln(1)
        book.line(MARGIN, book.get_y(), MARGIN + 30, book.get_y())
        book.ln(3)
    elif line.kind == "head":
        book.ln(1)
        book.say(line.text, family="fraunces", size=13, after=1.5)
    else:
        colour = SOFT if line.kind == "quote" else INK
        book.say(line.text, colour=colour, inset=line.inset, after=2 if line.ends else 0.4, marked=line.marked)


def put_photo(book: Book, photo: EntryPhoto) -> None:
    """As a JPEG of a size for paper; one whose file is gone is left out."""
    content = private.content_of(photo.image, "1920")
    if content is None:
        return
    with Picture.open(BytesIO(content)) as opened:
        picture = opened.convert("RGB")
        picture.thumbnail((PHOTO_PIXELS, PHOTO_PIXELS))
    width = min(WIDTH, PHOTO_HEIGHT * picture.width / picture.height)
    if book.get_y() + width * picture.height / picture.width > book.h - 30:
        book.add_page()
    book.ln(1)
    book.image(picture, w=width, alt_text=photo.caption or str(say("A photo")))
    book.ln(2)
    if photo.caption:
        book.say(photo.caption, size=9, colour=SOFT, after=2)


def put_thanks(book: Book, member: User, span: Span) -> None:
    lists = thanks(member, span)
    if not lists:
        return
    book.add_page()
    book.say(str(say("Thankful for")), family="fraunces", size=20, after=4)
    for kept in lists:
        book.say(str(format_date(kept.day, "full")), size=9, colour=SOFT, after=0.5)
        for item in kept.items:
            book.say(f"– {item}")
        book.ln(4)


def own_up(book: Book) -> None:
    """What could not be drawn is said, with where it is whole."""
    if not book.lacking:
        return
    book.ln(6)
    how_many = count(
        "One sign of these pages has no letter here, and is a box.",
        "%(num)s signs of these pages have no letter here, and are boxes.",
        len(book.lacking),
    )
    book.say(str(how_many), size=9, colour=SOFT, after=1)
    book.say(
        str(say("They are whole in the files of your journal: “As files”, beside “As a PDF”.")), size=9, colour=SOFT
    )
