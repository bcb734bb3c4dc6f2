"""httpx repeats failed connections only, never an answer: so a loop of our own."""

import os
import random
import sys
import time

import httpx

BASE = float(os.environ.get("RETRY_BASE", "60"))  # seconds when the answer names none; then twice that
CAP = float(os.environ.get("RETRY_CAP", "900"))  # the longest wait we accept
# Tries in all. 525, 526 and 530 are missing on purpose: waiting does not mend them.
TRIES = {429: 3, 502: 3, 520: 3, 521: 3, 522: 3, 523: 3, 504: 2, 524: 2}


def pause(response, attempt):
    """Seconds to wait before the next try, or None to give up."""
    repeatable = response.request.method in ("GET", "HEAD") or "Idempotency-Key" in response.request.headers
    if not repeatable or attempt >= TRIES.get(response.status_code, 1):
        return None
    asked = response.headers.get("Retry-After", "")
    wait = float(asked) if asked.isdigit() else BASE * 2 ** (attempt - 1)
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
