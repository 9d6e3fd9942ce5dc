"""The facts that media announces."""

from blinker import NamedSignal, signal

image_removed: NamedSignal = signal("media.image-removed")
