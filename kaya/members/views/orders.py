"""In which orders people and invitations are listed."""

from kaya.accounts.models import Invitation, User
from kaya.web.paging import Order

BY_NAME = Order(User.name, User.id, lambda row: row.name)
ORDERS = {
    "name": BY_NAME,
    "newest": Order(User.created_at, User.id, lambda row: row.created_at, descending=True),
    "oldest": Order(User.created_at, User.id, lambda row: row.created_at),
}
INVITED_LAST_FIRST = Order(Invitation.created_at, Invitation.id, lambda row: row.created_at, descending=True)
