"""All settings of the house. Everything that may differ comes from the environment.

STEPSTOOL_DATA           folder of the database, secrets and collected files (./data)
STEPSTOOL_DATABASE_URL   postgres://user:password@host:5432/name; unset: SQLite
STEPSTOOL_DATABASE_OWNER_URL  the same database by the role that owns its tables
STEPSTOOL_ALLOWED_HOSTS  names to answer to, by commas; HOST alone is often enough
STEPSTOOL_SIGNUP         first (the first account is free, then by invitation), invite, open
STEPSTOOL_HTTPS          1 when a proxy in front speaks https and says X-Forwarded-Proto
STEPSTOOL_PROXIES        how many proxies of ours stand in front (0)
STEPSTOOL_PATH           /stepstool where a proxy shows the house below a path of its name
STEPSTOOL_USER_HEADER    a header in which a proxy with its own sign-in names who is here
STEPSTOOL_USER_PROXIES   addresses and networks of such proxies, by commas
STEPSTOOL_OPENID         address of an OpenID Connect provider with a sign-in of the host's own
STEPSTOOL_OPENID_CLIENT  what the house is called there, its client id
STEPSTOOL_OPENID_SECRET  the secret of this client
STEPSTOOL_OPENID_NAME    what the button calls it (your other sign-in)
STEPSTOOL_NEWCOMERS      1: whom the host's own sign-in knows gets an account here
STEPSTOOL_HELP_LINES     whom families may call: Parent line=+44 1234; Doctor=116 117
STEPSTOOL_FRONT_PAGE     a sentence about this house: search engines may show the front page
STEPSTOOL_LOG            line, or json: an object a line
STEPSTOOL_LOG_REQUESTS   1: a line for each request too
STEPSTOOL_BACKUP         nightly (one each night), off
STEPSTOOL_BACKUP_AT      when, by the clock of this machine (03:30)
STEPSTOOL_BACKUP_TO      a folder, or s3://bucket/folder (backups in the folder of data)
STEPSTOOL_BACKUP_PASSPHRASE   locks backups
STEPSTOOL_BACKUP_S3_KEY, …_SECRET, …_ENDPOINT, …_REGION   what opens the store
STEPSTOOL_METRICS        127.0.0.1:9101, where a Prometheus of this machine reads counts
STEPSTOOL_DEBUG          1 for developers only
"""

import os
from pathlib import Path

from csp.constants import NONE, SELF
from django.conf.locale import LANG_INFO

from stepstool.sentences.offered import languages
from stepstool.web.config import databases, environment, hosts

databases.use_sound_sqlite()

DATA = environment.folder("STEPSTOOL_DATA", "data")
environment.keep_for_owner(DATA)
DEBUG = environment.flag("STEPSTOOL_DEBUG")
HTTPS = environment.flag("STEPSTOOL_HTTPS")
_NAMED, _HOST = environment.names("STEPSTOOL_ALLOWED_HOSTS"), os.environ.get("HOST", "")
ALLOWED_HOSTS = hosts.allowed_hosts(_NAMED, _HOST)
# What others call the house, by what only this machine calls it: for links to send.
HOST_ELSEWHERE = hosts.elsewhere(_NAMED, _HOST)
# Below which path of its name a proxy shows the house; None where it has the name alone.
FORCE_SCRIPT_NAME = environment.path_below("STEPSTOOL_PATH") or None
STEPSTOOL_SIGNUP = environment.choice("STEPSTOOL_SIGNUP", ("first", "invite", "open"))
STEPSTOOL_USER_HEADER, STEPSTOOL_USER_PROXIES = environment.user_header(
    "STEPSTOOL_USER_HEADER", "STEPSTOOL_USER_PROXIES"
)
_OPENID = environment.openid("STEPSTOOL_OPENID")
STEPSTOOL_OPENID = _OPENID.issuer
STEPSTOOL_OPENID_NAME = _OPENID.name
# Another provider has other ids of people, so that it is another one here too.
OPENID_PROVIDER = _OPENID.provider
STEPSTOOL_NEWCOMERS = environment.flag("STEPSTOOL_NEWCOMERS")
STEPSTOOL_HELP_LINES = environment.numbers_to_call("STEPSTOOL_HELP_LINES")
STEPSTOOL_FRONT_PAGE = os.environ.get("STEPSTOOL_FRONT_PAGE", "").strip()
STEPSTOOL_BACKUP = environment.choice("STEPSTOOL_BACKUP", ("nightly", "off"))
STEPSTOOL_BACKUP_AT = environment.time_of_day("STEPSTOOL_BACKUP_AT", "03:30")
STEPSTOOL_BACKUP_TO = environment.place_of_backups("STEPSTOOL_BACKUP", DATA / "backups")
STEPSTOOL_BACKUP_PASSPHRASE = environment.pass_phrase("STEPSTOOL_BACKUP_PASSPHRASE")

# Rooms. A page is an app of its own with `urls.py`; see web/README.md.
PAGES = [
    "welcome",
    "today",
    "plan",
    "log",
    "exchange",
    "guide",
    "food",
    "listening",
    "medicine",
    "rewards",
    "patterns",
    "party",
    "reasons",
    "doctor",
    "sign_in",
    "parting",
]
INSTALLED_APPS = [
    "stepstool.web.shell",
    "stepstool.web.families",
    "stepstool.web.diary",
    "stepstool.web.pictures",
    "stepstool.web.asking",
    *(f"stepstool.web.{page}" for page in PAGES),
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
]
MIDDLEWARE = [
    "stepstool.web.shell.middleware.house_rules",
    "stepstool.web.shell.middleware.stays",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    # Before anything reads what was sent.
    "stepstool.web.shell.middleware.SmallBodies",
    "stepstool.web.shell.origins.known_by_name",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "stepstool.web.sign_in.by_proxy.named_by_proxy",
    # Closed by default: a page for strangers says so with @login_not_required. Of the
    # made-up child all may look at everything.
    "stepstool.web.diary.look_around.OpenToLook",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "stepstool.web.sign_in.sessions.last_use",
    "stepstool.web.sign_in.attempts.known_from_now_on",
    "stepstool.web.shell.middleware.own_zone",
    "stepstool.web.shell.middleware.said_kindly",
]
ROOT_URLCONF = "stepstool.web.config.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "stepstool.web.diary.doors.context",
            ]
        },
    }
]

DATABASES = {
    "default": databases.database(os.environ.get("STEPSTOOL_DATABASE_URL", ""), DATA)
}
# By whom tables are made and copied; empty on SQLite.
DATABASE_OWNER = databases.owner(
    os.environ.get("STEPSTOOL_DATABASE_OWNER_URL", ""),
    os.environ.get("STEPSTOOL_DATABASE_URL", ""),
)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Rate limits are counted here, so that all processes count together.
CACHES = {
    "default": {
        "BACKEND": "stepstool.web.shell.counting.Counting",
        "LOCATION": "shell_cache",
        # Nobody makes a count be forgotten by making many others.
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}

# Who. Accounts have a name and a password, and no mail.
AUTH_USER_MODEL = "families.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",  # hard on memory, no dependency
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
_PASSWORDS = "stepstool.web.families.passwords"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_PASSWORDS}.LongEnough", "OPTIONS": {"min_length": 10}},
    {
        "NAME": f"{_PASSWORDS}.UnlikeTheName",
        "OPTIONS": {"user_attributes": ("username", "name")},
    },
    {"NAME": f"{_PASSWORDS}.Uncommon"},
    {"NAME": f"{_PASSWORDS}.NotOnlyDigits"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "stepstool.web.sign_in.adapter.CountingAdapter"
ACCOUNT_FORMS = {
    "login": "stepstool.web.families.forms.SignInForm",
    "change_password": "stepstool.web.families.forms.NewPasswordForm",
    "reauthenticate": "stepstool.web.sign_in.forms.PasswordAgainForm",
    "set_password": "stepstool.web.sign_in.forms.FirstPasswordForm",
}
MFA_ADAPTER = "stepstool.web.sign_in.second_step.SecondStepAdapter"
MFA_FORMS = {
    "authenticate": "stepstool.web.sign_in.forms.SecondStepForm",
    "activate_totp": "stepstool.web.sign_in.forms.FirstCodeForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_RECOVERY_CODES_SHOW_ONCE = True
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    # Wrong passwords of a name: from one address, from all together, and on a device that
    # knows the account and is counted by itself (sign_in/attempts.py).
    "login_failed": "20/m/ip,5/5m/key",
    "login_failed_anywhere": "100/d/key",
    "login_failed_known": "5/5m/key",
    "change_password": "5/m/user",
    "reauthenticate": "10/m/user",
    "signup": "20/m/ip",
    # By address alone: a code of 100 bits is not guessed, and a count by name would let
    # strangers shut this way for its owner.
    "recovery": "20/m/ip",
    "invitation": "30/m/ip",
    "sealed": "30/m/ip",
    "hand_over": "10/m/user",
}
ALLAUTH_TRUSTED_PROXY_COUNT = environment.number("STEPSTOOL_PROXIES", 0, 9)

# A sign-in of the host's own, by OpenID Connect (sign_in/openid.py).
SOCIALACCOUNT_ADAPTER = "stepstool.web.sign_in.openid.OpenIDAdapter"
SOCIALACCOUNT_REQUESTS_TIMEOUT = 3  # seconds, for which a thread of the house waits
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "SCOPE": ["openid", "profile"],
        "OAUTH_PKCE_ENABLED": True,
        "APPS": _OPENID.apps,
    }
}

# Sessions last long, for phones at night; they are written at sign-in, not at each page.
SESSION_COOKIE_AGE = 365 * 24 * 60 * 60
SESSION_COOKIE_NAME = "stepstool"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = HTTPS
# Not the usual name: another Django below the same name, or on another port of it, has that.
CSRF_COOKIE_NAME = "stepstool-csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = HTTPS
CSRF_FAILURE_VIEW = "stepstool.web.shell.errors.csrf_failure"
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"

# What a browser may do with our pages. Plain http in the home network works too, so
# cookies are marked Secure where the request is (shell/middleware.py).
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [NONE],
        # Without scripts the button of the provider is a form that leads there.
        "form-action": [SELF, *_OPENID.origins],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
if HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60

# Time and words.
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = "en"
# Those that a native reader and a clinician have read; docs/translating.md
LANGUAGES = [(code, LANG_INFO[code]["name_local"]) for code in languages()]
LOCALE_PATHS = [Path(__file__).parents[2] / "locale"]

# Files that all may see, served by the house itself, named by their content.
STATIC_URL = f"{FORCE_SCRIPT_NAME or ''}/static/"
STATIC_ROOT = DATA / "static"
# Those too are served by the house alone, so that no other user of the machine reads its folder.
FILE_UPLOAD_PERMISSIONS, FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o600, 0o700
_COLLECTED = "stepstool.web.shell.staticfiles.NamedByContent"
_PLAIN = "django.contrib.staticfiles.storage.StaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": _PLAIN if DEBUG else _COLLECTED},
}
WHITENOISE_USE_FINDERS = DEBUG
WHITENOISE_AUTOREFRESH = DEBUG

# What is written, by the house and by the server alike: in lines, or as JSON.
_AS_JSON = environment.choice("STEPSTOOL_LOG", ("line", "json")) == "json"
LOG_FORMATTER = f"stepstool.web.shell.logs.{'OneObject' if _AS_JSON else 'OneLine'}"
_DATED = {
    "format": "%(asctime)s stepstool: %(message)s",
    "datefmt": "%Y-%m-%dT%H:%M:%S%z",
}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "house": {"()": LOG_FORMATTER},
        "dated": {"()": LOG_FORMATTER} if _AS_JSON else _DATED,
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            **({} if DEBUG and not _AS_JSON else {"formatter": "house"}),
        },
        "dated": {"class": "logging.StreamHandler", "formatter": "dated"},
    },
    "loggers": {
        # What fail2ban reads, one line each (docs/self-hosting.md).
        "stepstool.sign_in": {"handlers": ["dated"], "propagate": False},
        "stepstool.requests": {"level": "INFO"},
        "stepstool.nightly": {
            "handlers": ["dated"],
            "level": "INFO",
            "propagate": False,
        },
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
}
if environment.flag("STEPSTOOL_LOG_REQUESTS"):
    MIDDLEWARE.insert(0, "stepstool.web.shell.logs.logged")
# Where counts are read, by this machine alone; nothing is counted without it.
STEPSTOOL_METRICS = environment.on_this_machine("STEPSTOOL_METRICS")
if STEPSTOOL_METRICS:
    MIDDLEWARE.insert(0, "stepstool.web.config.metrics.counted")

# Last, since it makes a file: where a setting is nonsense nothing is made.
SECRET_KEY = environment.secret_key(DATA / "secret-key")
