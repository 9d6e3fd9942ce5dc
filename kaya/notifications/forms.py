"""The form in which someone says what they want to be told."""

from wtforms import SelectMultipleField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]

from kaya.notifications.kinds import Mailed, kinds
from kaya.notifications.preferences import Choice
from kaya.web.forms import Form
from kaya.words import say


def every_kind() -> list[SelectChoice]:
    return [SelectChoice(kind.name, kind.label) for kind in kinds.values()]


class PreferencesForm(Form):
    in_app = SelectMultipleField(say("Here"), choices=every_kind)
    by_mail = SelectMultipleField(say("By mail"), choices=every_kind)

    def wanted(self, offered: list[Choice]) -> dict[str, tuple[bool, bool]]:
        """For each kind on offer whether it is told here, and whether by mail."""
        here, by_mail = self.in_app.data or [], self.by_mail.data or []
        kinds = [choice.kind for choice in offered]
        return {kind.name: (kind.name in here, kind.name in by_mail or kind.mailed is Mailed.NEVER) for kind in kinds}

    @classmethod
    def showing(cls, choices: list[Choice]) -> "PreferencesForm":
        """The form as it is before anything was changed."""
        return cls(
            formdata=None,
            in_app=[choice.kind.name for choice in choices if choice.in_app],
            by_mail=[choice.kind.name for choice in choices if choice.by_mail],
        )
