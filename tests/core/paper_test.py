"""Paper has letters of most scripts, takes only the faces that it needs, and knows what it lacks."""

import pytest

from kaya import faces
from kaya.paper import BOX, Paper

WRITTEN = {
    "Yoruba": "Ọjọ́ dára ní àárọ̀",
    "Greek": "Περπάτησα δίπλα στο ποτάμι",
    "Russian": "Я гулял у реки",
    "Arabic": "مشيت اليوم على ضفة النهر",
    "Hindi": "नमस्ते, आज मैं नदी के किनारे चला। क्षमा, स्त्री।",
    "Bengali": "আজ আমি নদীর ধারে হেঁটেছি",
    "Punjabi": "ਮੈਂ ਅੱਜ ਦਰਿਆ ਕੰਢੇ ਤੁਰਿਆ",
    "Gujarati": "આજે હું નદી કિનારે ચાલ્યો",
    "Tamil": "இன்று ஆற்றங்கரையில் நடந்தேன்",
    "Telugu": "ఈరోజు నది ఒడ్డున నడిచాను",
    "Kannada": "ಇಂದು ನದಿ ದಡದಲ್ಲಿ ನಡೆದೆ",
    "Malayalam": "ഇന്ന് പുഴയോരത്ത് നടന്നു",
    "Sinhala": "අද මම ගඟ අසල ඇවිද්දා",
    "Thai": "วันนี้ฉันเดินริมแม่น้ำ",
    "Amharic": "ዛሬ በወንዙ ዳር ሄድኩ",
    "Chinese": "今天我去河边散步。心里很安静。",
    "Japanese": "今日は川辺を歩きました。カフェでコーヒー。",
    "Korean": "오늘은 강가를 걸었습니다",
}


@pytest.fixture(scope="module")
def paper():
    paper = Paper("A page")
    paper.add_page()
    return paper


@pytest.mark.parametrize("language", WRITTEN)
def test_it_has_the_letters_of(paper, language):
    drawn = paper.drawable(WRITTEN[language])
    assert BOX not in drawn
    paper.set_font(paper.face_for(drawn, "figtree"), "", 10)
    paper.multi_cell(0, 6, drawn, new_x="LMARGIN", new_y="NEXT")


def test_what_it_lacks_is_a_box_and_is_known(paper):
    assert paper.drawable("Cake 🎂 for 𐎀") == f"Cake 🎂 for {BOX}"
    assert paper.lacking == {"𐎀"}


@pytest.mark.parametrize("words", ["🎂🌊🙏", "❤️ ☕ ⭐", "👍🏽 🧘🏿‍♀️", "👨‍👩‍👧", "🇵🇹 🏴󠁧󠁢󠁿", "1️⃣ ✅"])
def test_emoji_are_drawn_in_outline(paper, words):
    drawn = paper.drawable(words)
    assert BOX not in drawn
    assert not set(drawn) & {"\u200d", "\u20e3", "\ufe0f", "\U0001f3fd"}
    paper.set_font("figtree", "", 10)
    paper.multi_cell(0, 6, drawn, new_x="LMARGIN", new_y="NEXT")


def test_plain_words_take_no_further_face():
    plain = Paper("A page")
    plain.drawable("Low tide, and the sea far out.")
    assert plain.fallbacks == faces.FALLBACKS


def test_chinese_characters_are_drawn_as_in_the_language_around_them():
    assert faces.slices_with("直", "直す").pop(0).startswith(faces.JAPANESE)
    assert faces.slices_with("直", "一直走").pop(0).startswith(faces.CHINESE)


def test_a_page_in_bold_italics_and_headings_of_any_script_is_printed(visit, amara):
    browser = visit(amara)
    body = "# 今天\n\n***both at once*** **今天** *नदी*\n\n- ọjọ́\n- 🎂\n\n> café"
    browser.post("/journal", data={"title": "川 नदी ọjọ́", "body": body, "tags": "海", "day": "2026-03-01"})
    paper = browser.get("/journal/export/journal.pdf")
    assert (paper.status_code, paper.data[:5]) == (200, b"%PDF-")
