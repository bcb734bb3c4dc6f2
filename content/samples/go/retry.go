// net/http repeats no answer by itself: a loop of our own.
package main

import (
	"fmt"
	"io"
	"math/rand"
	"net/http"
	"os"
	"strconv"
	"time"
)

// Tries in all, and seconds to wait when the answer names none; then twice that. 500, 525, 526 and 530 are missing on purpose.
var plan = map[int]struct {
	tries int
	first float64
}{
	429: {3, 30}, 502: {3, 60}, 504: {2, 120}, 520: {3, 60},
	521: {3, 120}, 522: {3, 120}, 523: {3, 120}, 524: {2, 120},
}

var (
	scale = setting("RETRY_SCALE", 1) // below 1 to see it work without the waits
	limit = setting("RETRY_CAP", 900) // the longest wait we accept
	// 130 s: long enough to be told of a 524 instead of hanging up first.
	client = http.Client{Timeout: 130 * time.Second}
)

func setting(name string, otherwise float64) float64 {
	if value, err := strconv.ParseFloat(os.Getenv(name), 64); err == nil {
		return value
	}
	return otherwise
}

// seconds tells what Retry-After asks for, as a number or as a date; 0 or less when it does not.
func seconds(value string) float64 {
	if when, err := http.ParseTime(value); err == nil {
		return time.Until(when).Seconds()
	}
	asked, _ := strconv.ParseFloat(value, 64)
	return asked
}

// pause tells how many seconds to wait before the next try, and false to give up.
func pause(answer *http.Response, attempt int) (float64, bool) {
	method := answer.Request.Method
	repeatable := method == http.MethodGet || method == http.MethodHead || answer.Request.Header.Get("Idempotency-Key") != ""
	if !repeatable || attempt >= plan[answer.StatusCode].tries {
		return 0, false
	}
	wait := seconds(answer.Header.Get("Retry-After"))
	if wait <= 0 {
		wait = scale * plan[answer.StatusCode].first * float64(int(1)<<(attempt-1))
	}
	return wait * (1 + rand.Float64()/5), wait <= limit
}

// send makes a new request for each try, because a body can be read only once.
func send(request func() (*http.Request, error)) (*http.Response, error) {
	for attempt := 1; ; attempt++ {
		made, err := request()
		if err != nil {
			return nil, err
		}
		answer, err := client.Do(made)
		if err != nil {
			return nil, err
		}
		wait, again := pause(answer, attempt)
		if !again {
			return answer, nil
		}
		answer.Body.Close()
		time.Sleep(time.Duration(wait * float64(time.Second)))
	}
}

func main() {
	method := http.MethodGet
	if len(os.Args) > 2 {
		method = os.Args[2]
	}
	answer, err := send(func() (*http.Request, error) {
		made, err := http.NewRequest(method, os.Args[1], nil)
		if err == nil {
			made.Header.Set("Accept", "application/json")
		}
		return made, err
	})
	if err == nil {
		_, err = io.Copy(io.Discard, answer.Body) // fails when the body is cut short
		answer.Body.Close()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println("HTTP", answer.StatusCode)
	if answer.StatusCode >= 400 {
		os.Exit(1)
	}
}
