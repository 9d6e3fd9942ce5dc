"""The facts that sealing announces."""

from blinker import NamedSignal, signal

seal_broken: NamedSignal = signal("sealing.seal-broken")
"""Changed or moved: `table`, `column`, `row` (its id, as text), `owner`. Told at once, outside any transaction."""

keys_destroyed: NamedSignal = signal("sealing.keys-destroyed")
keys_rewrapped: NamedSignal = signal("sealing.keys-rewrapped")
