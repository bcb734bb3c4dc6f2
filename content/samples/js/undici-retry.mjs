// undici's RetryAgent, told which codes to repeat and how long to wait.
import { Agent, interceptors, request, RetryAgent } from 'undici';
