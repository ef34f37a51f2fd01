"""`stepstool user`: who has an account, a new password, an invitation."""

import argparse
import getpass
import sys

from stepstool.cli import Subparsers
from stepstool.cli.complaint import ComplaintError

HERE = "http://localhost:8765"
# As in `families.roles`, which stands on Django; a test compares them.
ROLES = ("parent", "carer", "preschool", "reader")


def add_parser(subparsers: Subparsers) -> None:
    """Add the command, and what it can do, to the command line."""
    words = "list accounts, reset a password, invite a family, give a role"
    parser = subparsers.add_parser("user", help=words, description=words)
    deeds = parser.add_subparsers(metavar="DEED", required=True)
    listing = deeds.add_parser("list", help="who has an account")
    listing.set_defaults(run=run_list)
    _add_reset(deeds)
    _add_invite(deeds)
    _add_role(deeds)


def _add_reset(deeds: Subparsers) -> None:
    words = "give a new password and recovery code to somebody who lost both"
    parser = deeds.add_parser("reset", help=words, description=words)
    parser.add_argument("name", help="the sign-in name")
    ask = "type the password yourself instead of getting one made"
    parser.add_argument("--ask", action="store_true", help=ask)
    parser.set_defaults(run=run_reset)


def _add_invite(deeds: Subparsers) -> None:
    words = "make a link that lets one person open a family here"
    parser = deeds.add_parser("invite", help=words, description=words)
    where = f"how this house is reached; without it {HERE}"
    parser.add_argument("--address", default=HERE, help=where)
    parser.set_defaults(run=run_invite)


def _add_role(deeds: Subparsers) -> None:
    words = "give somebody another role in their family: the way back to a parent"
    parser = deeds.add_parser("role", help=words, description=words)
    parser.add_argument("name", help="the name to sign in with")
    parser.add_argument("role", choices=ROLES)
    which = "the family's number, for who belongs to several"
    parser.add_argument("--family", type=int, help=which)
    parser.set_defaults(run=run_role)


def run_list(args: argparse.Namespace) -> int:
    """Print one line for each account."""
    from stepstool.cli.house import people

    for line in people.lines():
        print(line)
    return 0


def run_reset(args: argparse.Namespace) -> int:
    """Reset the password; who asked to type it is asked here."""
    from stepstool.cli.house import people

    password = getpass.getpass("New password: ") if args.ask else people.new_password()
    try:
        code = people.reset(args.name, password)
    except people.PersonError as problem:
        print(problem, file=sys.stderr)
        return 1
    if not args.ask:
        print(f"The new password of {args.name}: {password}")
    print(f"The new recovery code: {code}")
    print("Neither is shown again. All devices have to sign in anew.")
    return 0


def run_invite(args: argparse.Namespace) -> int:
    """Print the link and how long it holds."""
    if not args.address.startswith(("https://", "http://")):
        raise ComplaintError(
            f"{args.address!r} is no address that a browser opens. Write it as this house"
            " is reached, such as https://diary.example.org."
        )
    from stepstool.cli.house import people

    link, until = people.invite(args.address)
    print(f"{link}\nFor one person, once, until {until:%Y-%m-%d %H:%M} UTC.")
    return 0


def run_role(args: argparse.Namespace) -> int:
    """Give the role; say what somebody is now."""
    from stepstool.cli.house import people

    try:
        print(people.give_role(args.name, args.role, args.family))
    except people.PersonError as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0
