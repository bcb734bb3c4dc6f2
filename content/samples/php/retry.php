<?php
// The curl extension repeats nothing by itself: a loop of our own.
// Tries in all, and seconds to wait when the answer names none; then twice that. 500, 525, 526 and 530 are missing on purpose.
const PLAN = [
    429 => [3, 30], 502 => [3, 60], 504 => [2, 120], 520 => [3, 60],
    521 => [3, 120], 522 => [3, 120], 523 => [3, 120], 524 => [2, 120],
];
define('SCALE', (float) (getenv('RETRY_SCALE') ?: 1)); // below 1 to see it work without the waits
define('CAP', (float) (getenv('RETRY_CAP') ?: 900)); // the longest wait we accept

/** @return array{int, string, float} status, body and the seconds asked for, 0 for none */
function once(string $url, string $method): array
{
    $asked = 0.0;
    $handle = curl_init($url);
    curl_setopt_array($handle, [
        CURLOPT_CUSTOMREQUEST => $method,
        CURLOPT_NOBODY => $method === 'HEAD', // or curl waits for a body
        CURLOPT_HTTPHEADER => ['Accept: application/json'],
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_CONNECTTIMEOUT => 5,
        CURLOPT_TIMEOUT => 130, // long enough to be told of a 524 instead of hanging up first
        CURLOPT_HEADERFUNCTION => function ($handle, string $line) use (&$asked): int {
            if (preg_match('/^retry-after:\s*(.+?)\s*$/i', $line, $found)) {
                $asked = (float) (ctype_digit($found[1]) ? $found[1] : strtotime($found[1]) - time());
            }
            return strlen($line);
        },
    ]);
    $body = curl_exec($handle);
    $status = curl_getinfo($handle, CURLINFO_RESPONSE_CODE);
    if ($body === false && !isset(PLAN[$status])) { // no answer, or one that was cut short
        throw new RuntimeException(curl_error($handle), curl_errno($handle));
    }
    return [$status, (string) $body, $asked];
}

function send(string $url, string $method = 'GET'): array
{
    for ($attempt = 1; ; $attempt++) {
        [$status, $body, $asked] = once($url, $method);
        [$tries, $first] = PLAN[$status] ?? [1, 0];
        $wait = $asked > 0 ? $asked : SCALE * $first * 2 ** ($attempt - 1);
        // Anything but a GET or HEAD may have been carried out: look before you repeat it.
        if (!in_array($method, ['GET', 'HEAD'], true) || $attempt >= $tries || $wait > CAP) {
            return [$status, $body];
        }
        usleep((int) ($wait * 1e6 * (1 + mt_rand() / mt_getrandmax() / 5)));
    }
}

[$status] = send($argv[1], $argv[2] ?? 'GET');
echo "HTTP $status\n";
exit($status >= 200 && $status < 400 ? 0 : 1);
