"""What a member writes of a session of their own: its name, and its steps row by row."""

from typing import Any

from wtforms import FieldList, FloatField, FormField, SelectField
from wtforms import Form as Rows
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import Optional

from kaya.practice.composing import LONGEST_SUMMARY, LONGEST_TITLE, Wording
from kaya.practice.forms_library import options
from kaya.practice.models import Practice
from kaya.practice.own_rows import ROUNDS, ROW_KINDS, Row, rows_of, steps_of_rows
from kaya.practice.own_steps import MOST_STEPS
from kaya.practice.script import Need, PracticeKind
from kaya.practice.steps import length, step_kept
from kaya.practice.vocabulary import KINDS, NEEDS
from kaya.refusal import Refusal
from kaya.web.forms import Form, LineField, OurWords
from kaya.words import say

BEGUN_WITH = (
    Row("say", "", 6),
    Row("rounds:even-5", "", 12),
    Row("silence", "", 30),
    Row("bell", "", 6),
)
LONGEST_AMOUNT = 60 * 60
MADE_OF = {kind: SelectChoice(kind, label) for kind, label in ROW_KINDS.items()}


class AmountField(FloatField):
    """Seconds or rounds; a comma is a point."""

    def process_formdata(self, valuelist: list[str]) -> None:
        super().process_formdata([valuelist[0].strip().replace(",", ".")] if valuelist else [])

    def _value(self) -> str:
        return self.raw_data[0] if self.raw_data else "" if self.data is None else f"{self.data:g}"


class RowForm(Rows):
    class Meta:
        def get_translations(self, form: Any) -> OurWords:
            return OurWords()

    kind = SelectField(say("Step"), choices=list(MADE_OF.values()))
    text = LineField(say("Words"))
    amount = AmountField(say("How much"), [Optional()])

    @property
    def row(self) -> Row:
        """What it means as far as it can be read: nonsense is a silence, or lasts no time."""
        kind = self.kind.data if self.kind.data in MADE_OF else "silence"
        amount = self.amount.data or 0
        return Row(kind, self.text.data or "", amount if 0 <= amount <= LONGEST_AMOUNT else 0)

    @property
    def is_empty(self) -> bool:
        return not self.text.data and not self.amount.data


class OwnForm(Form):
    title = LineField(say("Its name"))
    summary = LineField(say("In a sentence"), [Optional()])
    kind = SelectField(say("Kind"), choices=options(KINDS.items(), say("Please choose"))[1:])
    need = SelectField(say("What for"), default="", choices=options(NEEDS.items(), say("Anything")))
    steps = FieldList(FormField(RowForm), label=say("Steps"), max_entries=MOST_STEPS)

    @classmethod
    def begun(cls) -> "OwnForm":
        """The form of a session that does not exist yet, with a few steps to begin with."""
        return cls(formdata=None, kind=PracticeKind.BREATHING, steps=[as_typed(row) for row in BEGUN_WITH])

    @classmethod
    def showing(cls, practice: Practice) -> "OwnForm":
        rows = rows_of([step_kept(each) for each in practice.steps])
        return cls(
            formdata=None, title=practice.title, summary=practice.summary, kind=practice.kind,
            need=practice.needs[0] if practice.needs else "", steps=[as_typed(row) for row in rows],
        )  # fmt: skip

    @property
    def rows(self) -> list[Row]:
        return [each.form.row for each in self.steps.entries]

    @property
    def seconds(self) -> float:
        """How long it is as it stands."""
        return min(length(steps_of_rows(self.rows)), 99 * 60)

    def wording(self, before: Practice | None = None) -> Wording:
        """What was written. Needs beyond the first, which the form does not show, stay."""
        others = tuple(Need(each) for each in before.needs[1:]) if before else ()
        needs = (Need(self.need.data),) if self.need.data else ()
        written = [each.form.row for each in self.steps.entries if not each.form.is_empty]
        return Wording(
            self.title.data or "", steps_of_rows(written), self.summary.data or "", PracticeKind(self.kind.data),
            tuple(dict.fromkeys(needs + others)),
        )  # fmt: skip

    def rearrange(self, act: str) -> None:
        """Press a button of a row: "add", "up-3", "down-3", "remove-3", counted from 0. Others change nothing."""
        name, _, number = act.partition("-")
        rows, at = self.rows, int(number) if number.isdecimal() and len(number) < 4 else -1
        if name == "add" and len(rows) < MOST_STEPS:
            rows.append(Row("silence", "", 10))
        elif name == "remove" and 0 <= at < len(rows):
            del rows[at]
        elif name in ("up", "down") and 0 <= at < len(rows):
            to = max(at - 1, 0) if name == "up" else at + 1
            rows.insert(to, rows.pop(at))
        self.steps.process(None, [as_typed(row) for row in rows])

    def explain(self, refusal: Refusal) -> None:
        """What is wrong with the steps stands above them, with a way to them."""
        if refusal.field == "steps":
            self.form_errors.append(refusal.message)
        else:
            super().explain(refusal)


def as_typed(row: Row) -> dict[str, Any]:
    return {"kind": row.kind, "text": row.text, "amount": row.amount}


LONGEST = {"title": LONGEST_TITLE, "summary": LONGEST_SUMMARY}


def is_rounds(kind: str) -> bool:
    return kind.startswith(ROUNDS)
