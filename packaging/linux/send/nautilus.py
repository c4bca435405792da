"""Puts "Send with Landline" into the menu of GNOME Files. That reads it where python3-nautilus is installed."""

import locale
import subprocess

from gi.repository import GObject, Nautilus

WORDS = {
    "ar": "إرسال عبر Landline",
    "de": "Mit Landline senden",
    "es": "Enviar con Landline",
    "fr": "Envoyer avec Landline",
}


class LandlineSend(GObject.GObject, Nautilus.MenuProvider):
    def get_file_items(self, *arguments):
        # Before version 43 the window came first.
        paths = [each.get_location().get_path() for each in arguments[-1]]
        if not paths or None in paths:  # something that is not on this computer
            return []
        language = (locale.getlocale(locale.LC_MESSAGES)[0] or "")[:2]
        item = Nautilus.MenuItem(
            name="LandlineSend::send",
            label=WORDS.get(language, "Send with Landline"),
            icon="landline",
        )
        item.connect("activate", self.send, paths)
        return [item]

    def send(self, _item, paths):
        subprocess.Popen(["landline", "--send", *paths], start_new_session=True)
