package org.tailwright.models.queueing;

import java.util.List;
import java.util.Optional;

/// All models there are.
public final class QueueModels {
    private static final String MARKOV = "Poisson arrivals, exponential service times, first come first served, a steady state.";

    /// In the order people see them.
    public static final List<QueueModel> ALL = List.of(
            new QueueModel("M/M/1", List.of("lambda", "mu"), MARKOV, "Erlang; Gross et al. 2.2", SingleStation::mm1),
            new QueueModel("M/M/c", List.of("lambda", "mu", "c"), MARKOV, "Erlang 1917; Gross et al. 2.3", SingleStation::mmc),
            new QueueModel("M/M/inf", List.of("lambda", "mu"), "Poisson arrivals and a server for everybody.", "Gross et al. 2.6", SingleStation::infinite),
            new QueueModel("M/M/c/K", List.of("lambda", "mu", "c", "K"), "Poisson arrivals, exponential service times; whoever finds K inside is turned away.",
                    "Gross et al. 2.5", FiniteStation::mmck),
            new QueueModel("M/M/c//N (machine repairman)", List.of("N", "Z", "S", "c"),
                    "N users who each wait for an answer and then think; exponential think and service times.", "Gross et al. 2.7", FiniteStation::repairman),
            new QueueModel("M/M/c+M (Erlang A)", List.of("lambda", "mu", "c", "theta"),
                    "Poisson arrivals, exponential service times; whoever waits leaves after an exponential patience of mean 1/theta.",
                    "Palm 1957; Garnett et al. 2002", FiniteStation::erlangA),
            new QueueModel("Erlang-B", List.of("a", "c"), "Poisson arrivals, any service times; nobody waits.", "Erlang 1917", ErlangTables::loss),
            new QueueModel("Erlang-B inverse", List.of("c", "B"), "As Erlang-B.", "Erlang 1917", ErlangTables::load),
            new QueueModel("Erlang-B sizing", List.of("a", "B_max"), "As Erlang-B.", "Erlang 1917", ErlangTables::servers),
            new QueueModel("Erlang-C", List.of("a", "c"), MARKOV, "Erlang 1917", ErlangTables::waiting),
            new QueueModel("Erlang-C sizing", List.of("lambda", "mu", "t", "service_level"), MARKOV, "Erlang 1917", ErlangTables::serviceLevel),
            new QueueModel("M/G/1", List.of("lambda", "ES", "cs2"), "Poisson arrivals, any service times that do not depend on each other, one server.",
                    "Pollaczek 1930, Khinchine 1932", GeneralService::mg1),
            new QueueModel("M/G/1 non-preemptive priority (class 1 highest)", List.of("lambda", "ES", "cs2"),
                    "Poisson arrivals of each class, any service times, one server, nobody is interrupted.", "Cobham 1954", GeneralService::priorities),
            new QueueModel("G/G/1 Kingman (VUT) approximation", List.of("lambda", "ES", "ca2", "cs2", "(c)"),
                    "Independent times between arrivals and independent service times; meant for heavy load, too high for light load.",
                    "Kingman 1961", GeneralService::kingman),
            new QueueModel("G/G/c Allen-Cunneen with Erlang-C", List.of("lambda", "ES", "ca2", "cs2", "c"),
                    "Independent times between arrivals and independent service times; exact for M/M/c, best where both variations are near 1.",
                    "Allen 1990", GeneralService::allenCunneen),
            new QueueModel("G/G/c Sakasegawa approximation", List.of("lambda", "ES", "ca2", "cs2", "c"),
                    "Independent times between arrivals and independent service times; rough at light load.", "Sakasegawa 1977", GeneralService::sakasegawa),
            new QueueModel("open Jackson network", List.of("lambda", "mu", "P", "(c)"),
                    "Poisson arrivals from outside, exponential service times, random routing, nobody turned away.", "Jackson 1963", OpenNetwork::jackson),
            new QueueModel("closed MVA (single class)", List.of("N", "D", "(Z)"),
                    "N customers, one server at each station, exponential or processor-sharing service.", "Reiser and Lavenberg 1980", ClosedNetwork::single),
            new QueueModel("closed MVA (multi class)", List.of("N", "D", "(Z)"),
                    "As for one class; stations that take turns serve all classes at one speed.", "Reiser and Lavenberg 1980", ClosedNetwork::multi),
            new QueueModel("Schweitzer-Bard approximate MVA (fixed point)", List.of("N", "D", "(Z)"),
                    "As the exact analysis; usually within a few per cent, worst with few customers.", "Schweitzer 1979, Bard 1979", ClosedNetwork::schweitzer),
            new QueueModel("asymptotic bounds", List.of("D", "(Z)", "(N)"), "Any closed network whose demands do not depend on the load.",
                    "Denning and Buzen 1978; Zahorjan et al. 1982", ClosedNetwork::bounds));

    private QueueModels() {}

    /// The model that people mean by a name, the first where several could be meant.
    static Optional<QueueModel> named(String name) {
        return ALL.stream().filter(each -> each.name().equalsIgnoreCase(name.strip())).findFirst()
                .or(() -> ALL.stream().filter(each -> each.called(name)).findFirst());
    }
}
