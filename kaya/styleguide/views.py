"""The style guide's pages: one that shows everything, one for each layout, and what its live examples answer."""

from dataclasses import dataclass

from flask import Response, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from kaya.styleguide.forms import ExampleForm
from kaya.web.policy import allow, everyone
from kaya.web.respond import done, page

KINDS = ("strata", "rings", "stems", "tide", "still")
AREAS = ("care", "practice", "community", "shop")


@dataclass(frozen=True)
class Day:
    weekday: str
    number: int
    free: int
    href: str
    is_current: bool


@dataclass(frozen=True)
class Time:
    label: str
    is_free: bool = True
    is_chosen: bool = False

    @property
    def value(self) -> str:
        return f"2026-11-26T{self.label}Z"


@allow(everyone)
def index() -> Response:
    return page(
        "styleguide/index.html",
        fragment="styleguide/_days.html",
        form=ExampleForm(formdata=None),
        wrong=with_mistakes(),
        days=week(request.args.get("day", 26, type=int)),
        times=TIMES,
        kinds=KINDS,
        areas=AREAS,
        colours=COLOURS,
    )


@allow(everyone)
def layout(layout: str) -> Response:
    """The same small page in each layout."""
    return page(f"styleguide/{layout}.html", days=week(26), times=TIMES)


@allow(everyone)
def create() -> AnyResponse:
    form = ExampleForm()
    if form.validate():
        return done(see=url_for("styleguide.index"), fragment="styleguide/_kept.html", event="styleguide:kept")
    return page("styleguide/index_form.html", fragment="styleguide/_form.html", form=form, status=422)


def week(current: int) -> list[Day]:
    free = zip(("Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Mon"), range(24, 31), (0, 1, 7, 2, 0, 0, 6), strict=True)
    return [
        Day(name, number, times, url_for("styleguide.index", day=number), number == current)
        for name, number, times in free
    ]


def with_mistakes() -> ExampleForm:
    data = {"name": "Amara Diallo", "email": "amara.example.org", "land": "pt"}
    form = ExampleForm(formdata=None, prefix="wrong-", data=data, meta={"csrf": False})
    form.validate()
    return form


TIMES = [
    ("Morning", [Time("08:00"), Time("09:00"), Time("10:00", is_free=False), Time("11:00")]),
    ("Afternoon", [Time("13:30"), Time("14:30", is_chosen=True), Time("15:30", is_free=False), Time("16:30")]),
    ("Evening", [Time("18:00")]),
]

COLOURS = (
    *("canvas", "raised", "sunk", "ink", "ink-soft", "line", "edge"),
    *("spruce", "spruce-tint", "clay", "clay-ink", "clay-tint"),
    *("dusk", "dusk-tint", "ochre", "ochre-tint", "good", "warn", "danger", "danger-tint"),
)
