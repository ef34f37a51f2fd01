"""What a new password must be, said in the words of the house; Django does the checking."""

from django.contrib.auth import password_validation as django
from django.utils.translation import gettext, ngettext


class LongEnough(django.MinimumLengthValidator):
    def get_error_message(self) -> str:
        sentence = ngettext(
            "Too short to be safe: %d sign or more, please. A few words in a row are easy to keep.",
            "Too short to be safe: %d signs or more, please. A few words in a row are easy to keep.",
            self.min_length,
        )
        return sentence % self.min_length


class UnlikeTheName(django.UserAttributeSimilarityValidator):
    def get_error_message(self) -> str:
        return gettext("This is too much like the name. Take other words?")


class Uncommon(django.CommonPasswordValidator):
    def get_error_message(self) -> str:
        return gettext("Many people use this one, so it is guessed first. Another?")


class NotOnlyDigits(django.NumericPasswordValidator):
    def get_error_message(self) -> str:
        return gettext("Only digits are guessed quickly. Add a word or two?")
