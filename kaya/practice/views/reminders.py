"""/practice/reminders: when one wants a word about practising, by one's own clock."""

from flask import Blueprint, Response, g, url_for
from flask.typing import ResponseReturnValue

from kaya.accounts.models import User
from kaya.accounts.resting import rest_now
from kaya.db import transaction
from kaya.notifications import reminders
from kaya.notifications.reminders import keeps_silent
from kaya.practice.forms_reminders import RemindersForm
from kaya.practice.reminding import PRACTICE, PROGRAM
from kaya.web.policy import allow, members
from kaya.web.respond import done, flash_notice, page
from kaya.words import say

bp = Blueprint("reminders", __name__, url_prefix="/practice/reminders")


@bp.get("")
@allow(members)
def edit() -> Response:
    return reminders_page(RemindersForm.showing(g.viewer))


@bp.post("")
@allow(members)
def update() -> ResponseReturnValue:
    form = RemindersForm()
    chosen = form.carry_out(lambda: choose(g.viewer, form))
    if chosen is None:
        return reminders_page(form, status=form.refused_with)
    flash_notice(say("Kept. You are told at these times, and not when you have practised already."))
    return done(see=url_for(".edit"))


def choose(member: User, form: RemindersForm) -> bool:
    with transaction():
        reminders.choose(member, PRACTICE, form.times, form.weekdays.days)
        reminders.choose(member, PROGRAM, [form.program.data] if form.program.data else [], form.program_weekdays.days)
    return True


def reminders_page(form: RemindersForm, status: int = 200) -> Response:
    rows = [*reminders.chosen(g.viewer, PRACTICE), *reminders.chosen(g.viewer, PROGRAM)]
    silent = [row.time for row in rows if keeps_silent(g.viewer, row)]
    return page("practice/reminders/edit.html", status=status, form=form, silent=silent, rest=rest_now(g.viewer))
