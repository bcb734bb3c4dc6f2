"""httpx repeats failed connections only, never an answer: so a loop of our own."""

import os
import random
import sys
import time
from email.utils import parsedate_to_datetime

import httpx

SCALE = float(os.environ.get("RETRY_SCALE", "1"))  # below 1 to see it work without the waits
CAP = float(os.environ.get("RETRY_CAP", "900"))  # the longest wait we accept
# Tries in all, and seconds to wait when the answer names none; then twice that. 500, 525, 526 and 530 are missing on purpose.
PLAN = {429: (3, 30), 502: (3, 60), 504: (2, 120), 520: (3, 60)}
PLAN |= {521: (3, 120), 522: (3, 120), 523: (3, 120), 524: (2, 120)}


def seconds(value):
    """What Retry-After asks for, as a number or as a date; 0 or less when it does not."""
    if value.isdecimal():
        return float(value)
    try:
        return parsedate_to_datetime(value).timestamp() - time.time()
    except (TypeError, ValueError, OverflowError):
        return 0


def pause(response, attempt):
    """Seconds to wait before the next try, or None to give up."""
    repeatable = response.request.method in ("GET", "HEAD") or "Idempotency-Key" in response.request.headers
    tries, first = PLAN.get(response.status_code, (1, 0))
    if not repeatable or attempt >= tries:
        return None
    asked = seconds(response.headers.get("Retry-After", ""))
    wait = asked if asked > 0 else SCALE * first * 2 ** (attempt - 1)
    return wait * random.uniform(1, 1.2) if wait <= CAP else None


def send(client, method, url, **options):
    attempt = 1
    while True:
        response = client.request(method, url, **options)
        wait = pause(response, attempt)
        if wait is None:
            return response
        time.sleep(wait)
        attempt += 1


if __name__ == "__main__":
    method = sys.argv[2] if len(sys.argv) > 2 else "GET"
    # 130 s: long enough to be told of a 524 instead of hanging up first.
    timeout = httpx.Timeout(130, connect=5)
    with httpx.Client(timeout=timeout, headers={"Accept": "application/json"}) as client:
        answer = send(client, method, sys.argv[1])
    print("HTTP", answer.status_code)
    sys.exit(answer.status_code >= 400)
