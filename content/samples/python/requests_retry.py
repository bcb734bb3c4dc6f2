"""requests with a urllib3 Retry that waits as long as the answer asks."""

import os
import random
import sys

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import InvalidHeader, MaxRetryError, ResponseError
from urllib3.util.retry import Retry

SCALE = float(os.environ.get("RETRY_SCALE", "1"))  # below 1 to see it work without the waits
CAP = float(os.environ.get("RETRY_CAP", "900"))  # the longest wait we accept
# Tries in all, and seconds to wait when the answer names none; then twice that. 500, 525, 526 and 530 are missing on purpose.
PLAN = {429: (3, 30), 502: (3, 60), 504: (2, 120), 520: (3, 60)}
PLAN |= {521: (3, 120), 522: (3, 120), 523: (3, 120), 524: (2, 120)}


class EdgeRetry(Retry):
    def is_retry(self, method, status_code, has_retry_after=False):
        if len(self.history) + 1 >= PLAN.get(status_code, (3, 0))[0]:
            return False
        return super().is_retry(method, status_code, has_retry_after)

    def increment(self, method=None, url=None, response=None, *args, **kwargs):
        if response is not None and (super().get_retry_after(response) or 0) > CAP:
            raise MaxRetryError(None, url, ResponseError("asked to wait too long"))
        return super().increment(method, url, response, *args, **kwargs)

    def parse_retry_after(self, value):
        try:
            return super().parse_retry_after(value)
        except InvalidHeader:
            return 0  # neither a number nor a date

    def get_retry_after(self, response):
        # Without the header urllib3 repeats the first time at once; so the fallback stands here.
        first = PLAN.get(response.status, (3, 60))[1]
        wait = super().get_retry_after(response) or SCALE * first * 2 ** (len(self.history) - 1)
        return wait * random.uniform(1, 1.2)


def session():
    retry = EdgeRetry(
        total=2,  # repeats, so three tries in all
        status_forcelist=list(PLAN),
        allowed_methods=["GET", "HEAD"],  # a POST may have been carried out
        raise_on_status=False,
    )
    made = requests.Session()
    made.headers["Accept"] = "application/json"
    # urllib3 1 takes a body that was cut short for a whole one, unless told so.
    made.hooks["response"].append(lambda answer, **_: setattr(answer.raw, "enforce_content_length", True))
    made.mount("https://", HTTPAdapter(max_retries=retry))
    made.mount("http://", HTTPAdapter(max_retries=retry))
    return made


if __name__ == "__main__":
    method = sys.argv[2] if len(sys.argv) > 2 else "GET"
    # 130 s: long enough to be told of a 524 instead of hanging up first.
    response = session().request(method, sys.argv[1], timeout=(5, 130))
    print("HTTP", response.status_code)
    sys.exit(not response.ok)
