"""Pictures for the tests, good and bad."""

import struct
import zlib
from io import BytesIO

from PIL import Image


def picture(format_="JPEG", size=(640, 480), colour=(40, 90, 80), mode="RGB", **options):
    written = BytesIO()
    Image.new(mode, size, colour).save(written, format_, **options)
    return written.getvalue()


def sideways():
    """A landscape whose camera says that it stands upright, with a place and a comment in it."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = "a secret comment"
    exif.get_ifd(0x8825)[1] = "N"
    return picture(exif=exif.tobytes(), comment=b"another secret")


def bomb(side):
    """A PNG of a few hundred bytes that says it has side × side pixels."""

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


def animation():
    frames = [Image.new("P", (50, 40), number) for number in range(3)]
    written = BytesIO()
    frames[0].save(written, "GIF", save_all=True, append_images=frames[1:])
    return written.getvalue()


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
POLYGLOT = b"GIF89a/*" + b"\0" * 20 + b"*/=1;alert(1)//"
