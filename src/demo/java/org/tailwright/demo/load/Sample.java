package org.tailwright.demo.load;

/// One request as the client saw it. Times are nanoseconds since 1970.
///
/// @param request       what was asked
/// @param startNanos    when the request was sent
/// @param latencyNanos  until the first byte of the answer
/// @param elapsedNanos  until its last byte
/// @param connectNanos  spent on opening a connection; 0 when one was reused
/// @param answer        what came back
record Sample(RequestMix request, long startNanos, long latencyNanos, long elapsedNanos, long connectNanos,
        Answer answer) {

    /// @param code       HTTP status, or JMeter's wording for a request without an answer
    /// @param message    status text
    /// @param bytes      received, headers included
    /// @param sentBytes  sent, headers included
    record Answer(String code, String message, int bytes, int sentBytes) {
        boolean success() {
            return code.equals("200");
        }
    }

    long endNanos() {
        return startNanos + elapsedNanos;
    }
}
