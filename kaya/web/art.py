"""Slow organic pictures for people, programs and things: one seed, one picture, always the same.

The SVG carries no colours of its own: it paints with --art-sky, --art-1 … --art-5, --art-sun, --art-leaf
and --art-line, which components/art.css sets for each area and both themes. It stands inline in the page.
"""

import hashlib
import math
import random
from collections.abc import Callable
from functools import lru_cache

from markupsafe import Markup

Point = tuple[float, float]
Picture = Callable[[random.Random, float, float], Markup]

FRAME = Markup(
    '<svg class="art__svg" viewBox="0 0 {width} {height}" preserveAspectRatio="xMidYMid slice" aria-hidden="true">'
    "{body}</svg>"
)
DISC = Markup('<circle cx="{x:.0f}" cy="{y:.0f}" r="{r:.0f}" fill="var(--art-sun)"/>')
LIP = Markup('<ellipse cx="{x:.0f}" cy="{y:.0f}" rx="{reach:.0f}" ry="{height:.1f}" fill="var(--art-shade)"/>')
FILLED = Markup('<path d="{d}" fill="var(--art-{tone})"/>')
DRAWN = Markup('<path d="{d}" fill="none" stroke="var(--art-{tone})"/>')
STEM = Markup('<path d="{d}" fill="none" stroke="var(--art-{tone})" stroke-width="3"/>')
LANDSCAPES = ("strata", "rings", "stems", "tide")


def art(seed: object, kind: str = "", width: int = 480, height: int = 600) -> Markup:
    """An inline SVG for `seed` (an id, or any words). Without a kind the seed chooses one of the landscapes."""
    return draw(str(seed), kind, width, height)


@lru_cache(maxsize=512)
def draw(seed: str, kind: str, width: int, height: int) -> Markup:
    rng = random.Random(hashlib.sha256(seed.encode()).digest())
    chosen = rng.choice(LANDSCAPES)
    return FRAME.format(width=width, height=height, body=PICTURES[kind or chosen](rng, width, height))


# Pictures


def strata(rng: random.Random, w: float, h: float) -> Markup:
    """Hills behind hills, with a low sun."""
    parts = [disc(rng.uniform(0.22, 0.78) * w, rng.uniform(0.24, 0.4) * h, rng.uniform(0.1, 0.17) * min(w, h) * 1.2)]
    for layer in range(5):
        top = (0.4 + 0.125 * layer + rng.uniform(-0.03, 0.03)) * h
        curve = wave(rng, w, top, swell=(0.1 - 0.012 * layer) * h, waves=rng.uniform(0.7, 1.5))
        parts.append(path(ground(curve, w, h), fill=layer + 1))
        if layer in (1, 3) and is_large(w):
            parts += [contour([(x, y + 14 * k + k * k) for x, y in curve]) for k in range(1, 5)]
    return Markup("").join(parts)


def rings(rng: random.Random, w: float, h: float) -> Markup:
    """A cut stone, or the rings of a tree."""
    cx, cy = rng.uniform(0.28, 0.72) * w, rng.uniform(0.35, 0.62) * h
    bends = [(n, rng.uniform(0.04, 0.14) / n, rng.uniform(0, math.tau)) for n in (1, 2, 3)]
    reach, points_around = 0.86 * max(w, h), 22 if is_large(w) else 12

    def ring(size: float, turn: float) -> str:
        points: list[Point] = []
        for step in range(points_around):
            angle = math.tau * step / points_around
            radius = size * (1 + sum(depth * math.sin(n * angle + phase + turn) for n, depth, phase in bends))
            points.append((cx + radius * math.cos(angle), cy + radius * 1.08 * math.sin(angle)))
        return line(points, closed=True)

    parts = []
    for step in range(13):
        outline = ring(reach * (1 - step / 13.6) ** 1.25, step * 0.11)
        if step % 3 == 0:
            parts.append(path(outline, fill=(step // 3) % 5 + 1))
        elif is_large(w):
            parts.append(DRAWN.format(d=outline, tone="line"))
    sun = path(ring(reach * 0.075, 1.4), fill="sun") if is_large(w) else disc(cx, cy, reach * 0.08)
    return Markup("").join(parts) + sun


def stems(rng: random.Random, w: float, h: float) -> Markup:
    """Leaves against the light."""
    parts = [disc(rng.uniform(0.3, 0.7) * w, rng.uniform(0.28, 0.42) * h, 0.24 * min(w, h))]
    for layer in range(5):
        x, lean = rng.uniform(0.08, 0.92) * w, rng.uniform(-0.22, 0.22) * w
        top, size = rng.uniform(0.1, 0.36) * h + layer * 0.06 * h, (0.15 + 0.012 * layer) * h
        spine = [(x + lean * t * t, h * 1.03 - (h * 1.03 - top) * t) for t in (0, 0.2, 0.4, 0.6, 0.8, 1)]
        pairs = [
            leaf(px, py, side * rng.uniform(0.5, 0.85) + lean / w, size * rng.uniform(0.75, 1.05) * (1.1 - i * 0.09))
            for i, (px, py) in enumerate(spine[1:])
            for side in (-1, 1)
        ]
        leaves = "".join(pairs if is_large(w) else pairs[:4])
        parts.append(stroke(spine, layer + 1) + path(leaves + leaf(*spine[-1], lean / w, size * 0.8), fill=layer + 1))
    return Markup("").join(parts)


def tide(rng: random.Random, w: float, h: float) -> Markup:
    """Water drawing lines on sand."""
    curve = wave(rng, w, 0, swell=0.15 * h, waves=rng.uniform(0.6, 1.1))
    drift = wave(rng, w, 0, swell=0.1 * h, waves=rng.uniform(1.2, 1.8))
    parts = [disc(rng.uniform(0.2, 0.8) * w, rng.uniform(0.14, 0.26) * h, 0.1 * min(w, h))]
    y = rng.uniform(0.34, 0.44) * h
    for step in range(15):
        blend = step / 14
        band = [(x, y + (1 - blend) * a * 0.8 + blend * b) for (x, a), (_, b) in zip(curve, drift, strict=True)]
        if step % 3 == 0:
            parts.append(path(ground(band, w, h), fill=step // 3 + 1))
        elif is_large(w):
            parts.append(contour(band))
        y += rng.uniform(0.028, 0.06) * h
    return Markup("").join(parts)


def still(rng: random.Random, w: float, h: float) -> Markup:
    """A table, a window's light, and a few quiet vessels."""
    table = rng.uniform(0.68, 0.74) * h
    slant, left = 0.2 * w, rng.uniform(0.02, 0.12) * w
    panes = "".join(
        f"M{left + c * 0.27 * w:.0f} {r * table * 0.4 + 0.06 * h:.0f}h{0.24 * w:.0f}"
        f"l{slant * 0.4:.0f} {table * 0.36:.0f}h{-0.24 * w:.0f}Z"
        for c in range(2)
        for r in range(2)
    )
    parts = [
        path(panes, fill="light"),
        path(f"M0 {table:.0f}H{w}V{h}H0Z", fill=1),
        DRAWN.format(d=f"M0 {table:.0f}H{w}", tone="line"),
    ]
    for i, (spot, tone, tall) in enumerate([(0.3, 4, 0.5), (0.73, 3, 0.33), (0.54, 5, 0.22)]):
        foot = table + (0.06 + 0.055 * i) * h
        size = tall * h * rng.uniform(0.9, 1.1)
        parts.append(vessel(rng, spot * w, foot, size, tone, has_stem=i == 0, is_bowl=i == 2))
    return Markup("").join(parts)


PICTURES: dict[str, Picture] = {"strata": strata, "rings": rings, "stems": stems, "tide": tide, "still": still}


# Parts


def vessel(
    rng: random.Random, cx: float, foot: float, tall: float, tone: int, *, has_stem: bool, is_bowl: bool
) -> Markup:
    belly, neck = tall * rng.uniform(0.27, 0.34), tall * rng.uniform(0.08, 0.12)
    bottle = [(belly * 0.62, 0.0), (belly * 0.95, 0.16), (belly, 0.34), (belly * 0.72, 0.56)]
    bottle += [(neck, 0.74), (neck * 0.95, 0.9), (neck * 1.35, 1.0)]
    bowl = [(reach * tall * 0.62, height) for reach, height in ((0.42, 0.0), (0.62, 0.08), (0.92, 0.5), (1.0, 1.0))]
    profile = bowl if is_bowl else bottle
    right = [(cx + reach, foot - height * tall) for reach, height in profile]
    left = [(2 * cx - x, y) for x, y in reversed(right)]
    inner = [(cx + (x - cx) * 0.3, y) for x, y in reversed(right)]
    lip, base = profile[-1][0], profile[0][0]
    cast = (
        f"M{cx - base:.0f} {foot:.0f}q{base * 3:.0f} {tall * 0.05:.0f} {base * 6:.0f} {tall * 0.015:.0f}"
        f"q{-base * 2:.0f} {-tall * 0.055:.0f} {-base * 5:.0f} {-tall * 0.03:.0f}Z"
    )
    return (
        path(cast, fill="shade")
        + (twig(cx, foot, tall) if has_stem else Markup(""))
        + path(outline(right, left), fill=tone)
        + path(outline(right, inner), fill="shade")
        + LIP.format(x=cx, y=foot - tall, reach=lip, height=lip * 0.16)
    )


def twig(cx: float, foot: float, tall: float) -> Markup:
    tip = [(cx, foot - tall * 0.95), (cx + tall * 0.05, foot - tall * 1.25), (cx + tall * 0.2, foot - tall * 1.55)]
    angles = zip([tip[1], tip[1], tip[2], tip[2]], (-0.9, 1.15, -0.25, 0.85), strict=True)
    return stroke(tip, "leaf") + path("".join(leaf(x, y, angle, tall * 0.24) for (x, y), angle in angles), fill="leaf")


def leaf(x: float, y: float, angle: float, size: float) -> str:
    """A leaf from (x, y), `angle` radians from upright."""
    tip = (x + size * math.sin(angle), y - size * math.cos(angle))
    out = (size * 0.3 * math.cos(angle), size * 0.3 * math.sin(angle))
    mid = ((x + tip[0]) / 2, (y + tip[1]) / 2)
    there = whole(mid[0] + out[0] - x, mid[1] + out[1] - y, tip[0] - x, tip[1] - y)
    back = whole(mid[0] - out[0] - tip[0], mid[1] - out[1] - tip[1], x - tip[0], y - tip[1])
    return f"M{whole(x, y)}q{there}q{back}Z"


def wave(rng: random.Random, w: float, y: float, swell: float, waves: float) -> list[Point]:
    phase, second = rng.uniform(0, math.tau), rng.uniform(0, math.tau)

    def height(x: float) -> float:
        turn = math.tau * waves * x / w
        return 0.72 * math.sin(turn + phase) + 0.28 * math.sin(1.9 * turn + second)

    steps = 8 if is_large(w) else 6
    return [(x, y + swell * height(x)) for x in (w * (step * 7 / steps - 0.5) / 6 for step in range(steps + 1))]


# Strokes


def line(points: list[Point], *, closed: bool = False) -> str:
    """A smooth path through `points`: Catmull-Rom as Béziers, each of which goes on as the one before it came."""
    n = len(points)

    def at(i: int) -> Point:
        return points[i % n] if closed else points[max(0, min(n - 1, i))]

    d = [f"M{whole(*points[0])}"]
    for i in range(n if closed else n - 1):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = at(i - 1), at(i), at(i + 1), at(i + 2)
        x, y = round(bx), round(by)
        leaving, arriving = ((cx - ax) / 6, (cy - ay) / 6), (cx - (dx - bx) / 6 - x, cy - (dy - by) / 6 - y)
        goal = (round(cx) - x, round(cy) - y)
        d.append(f"s{whole(*arriving, *goal)}" if i else f"c{whole(*leaving, *arriving, *goal)}")
    return "".join(d) + ("Z" if closed else "")


def whole(*numbers: float) -> str:
    """Whole points, as briefly as a path can say them."""
    return " ".join(str(round(number)) for number in numbers).replace(" -", "-")


def ground(curve: list[Point], w: float, h: float) -> str:
    """All that lies below `curve`."""
    return line(curve) + f"V{h}H{round(curve[0][0])}Z"


def outline(there: list[Point], back: list[Point]) -> str:
    return line(there) + line(back).replace("M", "L", 1) + "Z"


def disc(x: float, y: float, r: float) -> Markup:
    return DISC.format(x=x, y=y, r=r)


def path(d: str, fill: int | str) -> Markup:
    return FILLED.format(d=d, tone=fill)


def stroke(points: list[Point], tone: int | str) -> Markup:
    return STEM.format(d=line(points), tone=tone)


def contour(points: list[Point]) -> Markup:
    return DRAWN.format(d=line(points), tone="line")


def is_large(w: float) -> bool:
    """Below this the fine lines would not be seen, only sent."""
    return w > 200
