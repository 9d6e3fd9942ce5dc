"""Words for people, said in their language when they are read: the domain writes them, the edges translate."""

from flask_babel import lazy_gettext, lazy_ngettext

say = lazy_gettext
count = lazy_ngettext
