"""Invented people: those who show the house, and those who fill its diaries."""

from kaya.seeds.language import Person

PASSWORD = "calm-otter-lantern-42"
TOTP_SECRET = "JBSWY3DPEHPK3PXP"  # the code app of staff and practitioners

AMARA = Person("Amara Obi", "Europe/Lisbon", "she/her", email="amara@example.org", bio="Sleeps better on Sundays.")
BEN = Person("Ben Castellanos", "America/New_York", "he/him", email="ben@example.org", bio="Runs, mostly late.")
ADMIN = Person("Sofia Marques", "Europe/Lisbon", "she/her", email="admin@example.org")
SUPPORT = Person("Petra Lindgren", "Europe/Stockholm", "she/her", email="petra@example.org")
SUSPENDED = "walter.grubb@example.org"
WHY_SUSPENDED = "You wrote to three practitioners in a way that frightened them. Please call us, and we talk about it."
LEAVING = "dorothy.pike@example.org"
INVITED = ("Rosa Teixeira", "rosa.teixeira@example.org")

CLIENTS = (
    Person("Adaeze Nwankwo", "Africa/Lagos"),
    Person("Agnes Holm", "Europe/Stockholm"),
    Person("Alasdair Munro", "Europe/London"),
    Person("Arjun Mehta", "Asia/Kolkata"),
    Person("Aylin Demir", "Europe/Berlin"),
    Person("Bruno Salgado", "Europe/Lisbon"),
    Person("Carmen Ibarra", "America/New_York"),
    Person("Chipo Moyo", "Africa/Johannesburg"),
    Person("Daniel Osei", "Africa/Accra"),
    Person("Dorothy Pike", "Australia/Sydney"),
    Person("Eduarda Vaz", "Europe/Lisbon"),
    Person("Emeka Onyango", "Africa/Nairobi"),
    Person("Farida Haddad", "Europe/Paris"),
    Person("Gonçalo Reis", "Europe/Lisbon"),
    Person("Grace Mbeki", "Africa/Johannesburg"),
    Person("Hiroshi Endo", "Asia/Tokyo"),
    Person("Ifeoma Dike", "Africa/Lagos"),
    Person("Ingrid Solberg", "Europe/Oslo"),
    Person("Jamal Whitaker", "America/New_York", "he/they"),
    Person("Joana Freitas", "Europe/Lisbon"),
    Person("Kavya Pillai", "Asia/Kolkata"),
    Person("Kwame Asante", "Africa/Accra"),
    Person("Leila Farouk", "Africa/Cairo"),
    Person("Liam Doherty", "Europe/Dublin"),
    Person("Lucía Barrera", "America/New_York"),
    Person("Manuel Quintas", "Europe/Lisbon"),
    Person("Nadia Rahman", "Asia/Kolkata"),
    Person("Noor van Dijk", "Europe/Amsterdam", "they/them"),
    Person("Olamide Balogun", "Africa/Lagos"),
    Person("Patrícia Moura", "America/Sao_Paulo"),
    Person("Rashid Karimi", "Asia/Dubai"),
    Person("Sadie Brennan", "Australia/Sydney"),
    Person("Teresa Vilar", "Europe/Lisbon"),
    Person("Uche Anozie", "Africa/Lagos"),
    Person("Walter Grubb", "America/New_York"),
    Person("Yara Lopes", "America/Sao_Paulo"),
)
MEMBERS = (AMARA, BEN, *CLIENTS)
