"""requests with a urllib3 Retry that waits as long as the answer asks."""

import os
import random
import sys

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import MaxRetryError, ResponseError
from urllib3.util.retry import Retry

BASE = float(os.environ.get("RETRY_BASE", "60"))  # seconds when the answer names none; then twice that
CAP = float(os.environ.get("RETRY_CAP", "900"))  # the longest wait we accept


class EdgeRetry(Retry):
    def is_retry(self, method, status_code, has_retry_after=False):
        if status_code in (504, 524) and self.history:
            return False  # the work may still be running: one repeat, no more
        return super().is_retry(method, status_code, has_retry_after)

    def increment(self, method=None, url=None, response=None, *args, **kwargs):
        if response is not None and (super().get_retry_after(response) or 0) > CAP:
            raise MaxRetryError(None, url, ResponseError("asked to wait too long"))
        return super().increment(method, url, response, *args, **kwargs)

    def get_retry_after(self, response):
        # Without the header urllib3 repeats the first time at once; so the fallback stands here.
        wait = super().get_retry_after(response) or BASE * 2 ** (len(self.history) - 1)
        return wait * random.uniform(1, 1.2)


def session():
    retry = EdgeRetry(
        total=2,  # repeats, so three tries in all
        status_forcelist=[429, 502, 504, 520, 521, 522, 523, 524],  # not 525, 526
        allowed_methods=["GET", "HEAD"],  # a POST may have been carried out
        raise_on_status=False,
    )
    made = requests.Session()
    made.headers["Accept"] = "application/json"
    made.mount("https://", HTTPAdapter(max_retries=retry))
    made.mount("http://", HTTPAdapter(max_retries=retry))
    return made


if __name__ == "__main__":
    method = sys.argv[2] if len(sys.argv) > 2 else "GET"
    # 130 s: long enough to be told of a 524 instead of hanging up first.
    response = session().request(method, sys.argv[1], timeout=(5, 130))
    print("HTTP", response.status_code)
    sys.exit(not response.ok)
