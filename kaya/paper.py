"""Paper: a PDF on A4 in Kaya's own faces, with letters of most scripts. Loaded by name: it takes a second to load."""

import logging
from unicodedata import bidirectional, normalize

from fpdf import FPDF
from fpdf.fonts import TTFFont

from kaya import faces

BOX = "□"
# They only choose between looks of a letter: emoji are outlines here, without skin tones or a country on their flag.
SIGNS = {"\u200d", "\u20e3", "\ufe0e", "\ufe0f", *map(chr, range(0x1F3FB, 0x1F400)), *map(chr, range(0xE0020, 0xE0080))}
STANDING = ("L", "R", "AL", "EN", "AN")  # they say which way the signs between them run
LONGEST_RUN = 100  # of signs in between: fpdf asks from one to the next, each a call deeper
POST = "\u200e"  # runs to the right, and is not seen
MARKS = "*_~-"

logging.getLogger("fontTools").setLevel(logging.WARNING)


class Paper(FPDF):
    """`lacking`: the letters that it was given and that no face has."""

    def __init__(self, title: str) -> None:
        super().__init__(format="A4")
        for family, style, file in faces.FACES:
            self.add_font(family, style, faces.place_of(file))
        self.fallbacks = list(faces.FALLBACKS)
        self.set_fallback_fonts(self.fallbacks, exact_match=False)
        self.set_text_shaping(True)
        self.drawn = {letter for font in self.fonts.values() if isinstance(font, TTFFont) for letter in font.cmap}
        self.lacking: set[str] = set()
        self.set_title(title)

    def drawable(self, text: str, *, marked: bool = False) -> str:
        """With a box for each letter that no face here has; `marked` as in fpdf's markdown: no mark is torn in two."""
        text = normalize("NFC", "".join(letter for letter in text if letter not in SIGNS))
        for letter in dict.fromkeys(text):
            if ord(letter) not in self.drawn and letter != "\n":
                self.take(letter, text)
        return posted("".join(BOX if letter in self.lacking else letter for letter in text), marked)

    def take(self, letter: str, text: str) -> None:
        """The slice of a face that has it, from here on; where there is none it is noted as lacking."""
        for name in faces.slices_with(letter, text):
            if name not in self.fallbacks:
                self.fall_back_on(name)
            if ord(letter) in self.drawn:
                return
        self.lacking.add(letter)

    def fall_back_on(self, name: str) -> None:
        self.fallbacks.append(name)
        self.add_font(name, "", faces.place_of(name))
        self.set_fallback_fonts(self.fallbacks, exact_match=False)
        font = self.fonts[name]
        self.drawn |= set(font.cmap) if isinstance(font, TTFFont) else set()

    def face_for(self, text: str, family: str) -> str:
        return "wide" if faces.has_loose_accents(text) else family


def posted(text: str, marked: bool) -> str:
    """With an unseen letter within each long run of signs that are no letters."""
    found, run = [""], 0
    for letter in text:
        run = 0 if bidirectional(letter) in STANDING else run + 1
        if run > LONGEST_RUN and not (marked and letter in MARKS and found[-1] in (letter, "\\")):
            found.append(POST)
            run = 1
        found.append(letter)
    return "".join(found)
