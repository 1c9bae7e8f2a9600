package org.tailwright.readers.spans;

import java.util.Map;

/// How many spans a recorded span stands for, by the ways in which producers say so.
///
/// Consistent probability sampling (OpenTelemetry, "Tracestate: probability sampling"): `ot=th:T` is the rejection threshold T of 2^56, up
/// to 14 hexadecimal digits with trailing zeros left out; adjusted count 2^56 / (2^56 - T). Its predecessor wrote `ot=p:P`; adjusted count
/// 2^P. Jaeger's probabilistic sampler records its probability, Honeycomb its rate.
public final class Sampling {
    /// What an attribute says about sampling.
    public enum Role {
        /// Nothing.
        NONE,
        /// How many spans it stands for.
        WEIGHT,
        /// The probability with which it was kept.
        PROBABILITY,
        /// The parameter of the sampler that [#TYPE] names.
        PARAMETER,
        /// The kind of sampler.
        TYPE,
        /// A W3C trace state, of which [#weightOfTraceState] makes a weight.
        TRACE_STATE,
        /// Only that traces were chosen by some rule.
        EVIDENCE
    }

    private static final Map<String, Role> ROLES = Map.ofEntries(
            Map.entry("sampling.weight", Role.WEIGHT), Map.entry("sampling.adjusted_count", Role.WEIGHT),
            Map.entry("SampleRate", Role.WEIGHT), Map.entry("sampleRate", Role.WEIGHT), Map.entry("sample_rate", Role.WEIGHT),
            Map.entry("sampling.probability", Role.PROBABILITY), Map.entry("_dd.rule_psr", Role.PROBABILITY),
            Map.entry("_dd.agent_psr", Role.PROBABILITY), Map.entry("sampler.param", Role.PARAMETER),
            Map.entry("sampler.type", Role.TYPE), Map.entry("w3c.tracestate", Role.TRACE_STATE), Map.entry("tailsampling.policy", Role.EVIDENCE),
            Map.entry("sampling.policy", Role.EVIDENCE), Map.entry("sampling.rule", Role.EVIDENCE));
    private static final double WHOLE = 0x1p56;

    private Sampling() {}

    /// What the attribute called `key` says.
    public static Role role(String key) {
        return ROLES.getOrDefault(key, Role.NONE);
    }

    /// Whether a sampler of this type keeps every trace.
    public static boolean keepsAll(String type) {
        return type.equals("const") || type.equals("always_on");
    }

    /// The weight that a number gives in a role; NaN when it is no sensible number. A rate below 1 is a probability by another name.
    public static double weight(Role role, String text) {
        double value;
        try {
            value = Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
        boolean probability = switch (role) {
            case PROBABILITY, PARAMETER -> true;
            case WEIGHT -> value < 1;
            case NONE, TYPE, TRACE_STATE, EVIDENCE -> false;
        };
        double weight = probability ? 1 / value : value;
        return weight >= 1 && weight <= WHOLE ? weight : Double.NaN;
    }

    /// The adjusted count that a W3C trace state gives; NaN when it has none.
    public static double weightOfTraceState(String state) {
        for (String member : state.split(",", 32)) {
            String entry = member.strip();
            if (entry.startsWith("ot=")) {
                return ofOpenTelemetry(entry.substring(3));
            }
        }
        return Double.NaN;
    }

    private static double ofOpenTelemetry(String entry) {
        for (String field : entry.split(";", 32)) {
            if (field.startsWith("th:")) {
                return ofThreshold(field.substring(3));
            }
            if (field.matches("p:[0-9]{1,2}")) {
                int exponent = Integer.parseInt(field.substring(2));
                return exponent < 63 ? Math.scalb(1.0, exponent) : Double.NaN;
            }
        }
        return Double.NaN;
    }

    private static double ofThreshold(String digits) {
        if (!digits.matches("[0-9a-f]{1,14}")) {
            return Double.NaN;
        }
        long threshold = Long.parseLong(digits, 16) << 4 * (14 - digits.length());
        return WHOLE / (WHOLE - threshold);
    }
}
