"""A certificate as a PDF on one sheet, in Kaya's own faces. Loaded by name: what makes PDFs takes a second to load."""

from io import BytesIO
from typing import Any

from flask_babel import format_date
from fpdf.enums import Align, XPos, YPos

from kaya.paper import Paper
from kaya.practice.models import Enrollment
from kaya.words import say

INK, SOFT = (29, 47, 51), (85, 102, 106)
WIDTH, BAND = 210, 70  # mm, of A4
POINT = 0.3528  # mm

# The pictures' colours by daylight, as components/art.css has them for practice.
LIGHT = {
    "--art-sky": "#e9dcea",
    "--art-sun": "#f2c48d",
    "--art-1": "#d0c0dc",
    "--art-2": "#b0a0c8",
    "--art-3": "#8d7bb0",
    "--art-4": "#67588c",
    "--art-5": "#463d68",
    "--art-line": "#a99bc0",
}


def printed(enrollment: Enrollment, name: str, house: str, drawn: str) -> bytes:
    """For `name`, from `house`, under what is `drawn` (an SVG of kaya.web.art); told in the reader's language."""
    sheet = Sheet(str(say("Certificate: %(title)s", title=enrollment.program.title)))
    sheet.add_page()
    sheet.set_fill_color(LIGHT["--art-sky"])
    sheet.rect(0, 0, WIDTH, BAND, style="F")
    sheet.image(BytesIO(in_daylight(drawn)), x=0, y=0, w=WIDTH, h=BAND)
    sheet.set_fill_color(255)
    sheet.rect(0, BAND, WIDTH, BAND, style="F")  # where a line of the picture ran over its edge
    sheet.set_y(BAND + 52)
    sheet.line_of(house, 11, SOFT, after=8)
    sheet.line_of(name, 34, INK, "fraunces", after=6)
    sheet.line_of(str(say("has gone through")), 13, INK, after=6)
    sheet.line_of(enrollment.program.title, 25, INK, "fraunces", after=10)
    sheet.line_of(span(enrollment), 11, INK, after=6)
    sheet.line_of(str(say("Nobody was measured. Somebody took the time.")), 9.5, SOFT)
    return bytes(sheet.output())


def span(enrollment: Enrollment) -> str:
    days = {"since": enrollment.begun_at, "until": enrollment.finished_at}
    told = {name: str(format_date(day, "d MMMM y")) for name, day in days.items() if day}
    return str(
        say("All %(days)s days, in their own time, from %(since)s to %(until)s.", days=enrollment.program.days, **told)
    )


def in_daylight(drawn: str) -> bytes:
    """What the page shows, with its colours written into it."""
    drawn = drawn.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    for name, colour in LIGHT.items():
        drawn = drawn.replace(f"var({name})", colour)
    return drawn.encode()


class Sheet(Paper):
    """Everything in its middle."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.set_auto_page_break(False)

    def line_of(self, text: str, size: float, colour: Any, family: str = "figtree", after: float = 0) -> None:
        text = self.drawable(text)
        self.set_font(self.face_for(text, family), "", size)
        self.set_text_color(*colour)
        how: Any = {"align": Align.C, "new_x": XPos.LMARGIN, "new_y": YPos.NEXT}
        self.multi_cell(0, size * POINT * 1.3, text, **how)
        self.ln(after)
