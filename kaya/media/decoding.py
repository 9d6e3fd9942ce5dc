"""From what someone sent to pictures of our own making: looked at before it is decoded, turned upright, stripped."""

import threading
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from PIL import Image as Pillow
from PIL import ImageOps

from kaya.refusal import Refusal
from kaya.words import say

FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
LONG_SIDES = {"320": 320, "960": 960, "1920": 1920}
SQUARE = 320
QUALITY = 80
AT_ONCE = threading.BoundedSemaphore(2)  # a large picture takes a few hundred megabytes while it is decoded


@dataclass(frozen=True)
class Pictures:
    """A picture's upright width and height, and its WebP bytes by the name of the size."""

    width: int
    height: int
    sizes: dict[str, bytes]


def pictures_of(content: bytes, most_pixels: int) -> Pictures:
    """Decode `content` and draw it anew in every size, none larger than it was.

    Refuses "image-unreadable" (nothing that is shown here, or broken) and "image-too-many-pixels" (before decoding).
    """
    with AT_ONCE, warnings.catch_warnings():
        warnings.simplefilter("ignore", Pillow.DecompressionBombWarning)
        try:
            check(content, most_pixels)
            return drawn(upright(content))
        except Refusal:
            raise
        except Pillow.DecompressionBombError:
            raise too_many_pixels(most_pixels) from None
        except Exception:
            raise unreadable() from None


def check(content: bytes, most_pixels: int) -> None:
    with Pillow.open(BytesIO(content), formats=FORMATS) as looked_at:
        if looked_at.width * looked_at.height > most_pixels:
            raise too_many_pixels(most_pixels)
        looked_at.verify()


def upright(content: bytes) -> Pillow.Image:
    """The first frame as pixels alone: no place, no camera, no comment comes along."""
    with Pillow.open(BytesIO(content), formats=FORMATS) as opened:
        opened.draft("RGB", (max(LONG_SIDES.values()),) * 2)
        turned = ImageOps.exif_transpose(opened)
        has_alpha = "A" in turned.getbands() or "transparency" in turned.info
        plain = turned.convert("RGBA" if has_alpha else "RGB")
    plain.info.clear()
    return plain


def drawn(image: Pillow.Image) -> Pictures:
    sizes = {name: webp(image, shrunk_to(long_side)) for name, long_side in LONG_SIDES.items()}
    return Pictures(image.width, image.height, sizes | {"square": webp(image, cropped)})


def shrunk_to(long_side: int) -> Callable[[Pillow.Image], Pillow.Image]:
    def shrink(image: Pillow.Image) -> Pillow.Image:
        small = image.copy()
        small.thumbnail((long_side, long_side), Pillow.Resampling.LANCZOS)
        return small

    return shrink


def cropped(image: Pillow.Image) -> Pillow.Image:
    side = min(SQUARE, image.width, image.height)
    return ImageOps.fit(image, (side, side), Pillow.Resampling.LANCZOS)


def webp(image: Pillow.Image, change: Callable[[Pillow.Image], Pillow.Image]) -> bytes:
    written = BytesIO()
    change(image).save(written, "WEBP", quality=QUALITY, exif=b"", icc_profile=b"", xmp=b"")
    return written.getvalue()


def unreadable() -> Refusal:
    words = say("This picture cannot be read. Please choose a JPEG, PNG, WebP or GIF.")
    return Refusal("image-unreadable", words, field="file")


def too_many_pixels(most: int) -> Refusal:
    words = say("This picture has too many pixels: at most %(millions)s million, please.", millions=most // 1_000_000)
    return Refusal("image-too-many-pixels", words, field="file")
