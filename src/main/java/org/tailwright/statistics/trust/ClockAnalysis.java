package org.tailwright.statistics.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Form;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.analyses.Slot;
import org.tailwright.charts.Numbers;
import org.tailwright.data.ClockGroups;
import org.tailwright.data.Dataset;
import org.tailwright.data.Requests;
import org.tailwright.data.Shift;
import org.tailwright.data.TimeSpan;
import org.tailwright.reports.Block;
import org.tailwright.reports.Report;
import org.tailwright.work.Work;

/// Whether data sets share one clock: what was measured together, and by how much their clocks differ where the rates of starts tell.
public final class ClockAnalysis {
    private static final long MOST = 26L * 3600 * 1_000_000_000;

    /// All data sets that know times.
    public static final Analysis<Map<String, String>, Result> ANALYSIS = new Analysis<>("clock", "One clock", List.of(new Slot("data", Set.of(Dataset.Kind.values()), Slot.Arity.MANY)),
            Form.none(), (inputs, _, work) -> answer(inputs, work), (inputs, _, result) -> explain(inputs, result));

    /// @param name of the data set
    /// @param group number of what was measured together, from 1
    /// @param offsetNanos what to add to its times so that it agrees with the first data set; absent for that one and where it is not clear
    /// @param resolutionNanos how fine the offset is; absent like it
    /// @param driftPpm by how much its clock runs slower; NaN where that is not clear
    public record Member(String name, TimeSpan span, int group, OptionalLong offsetNanos, OptionalLong resolutionNanos, double driftPpm) {}

    /// @param members in order of opening
    public record Result(List<Member> members) {
        public Result {
            members = List.copyOf(members);
        }
    }

    private ClockAnalysis() {}

    private static Outcome<Result> answer(Inputs inputs, Work work) {
        List<Dataset> timed = inputs.datasets().stream().filter(each -> each.span().isPresent()).toList();
        if (timed.size() < 2) {
            return Outcome.not("One clock needs at least two data sets with times.");
        }
        List<List<Dataset>> groups = ClockGroups.of(timed);
        Optional<Dataset> reference = timed.stream().filter(each -> Requests.of(each).isPresent()).findFirst();
        List<Member> members = new ArrayList<>();
        for (Dataset each : timed) {
            int group = 1;
            while (!groups.get(group - 1).contains(each)) {
                group++;
            }
            Optional<ClockOffset> found = reference.filter(other -> other != each).flatMap(other -> ClockOffset.find(other, each, MOST, work));
            members.add(new Member(each.name(), each.span().orElseThrow(), group, found.map(one -> OptionalLong.of(one.nanos())).orElse(OptionalLong.empty()),
                    found.map(one -> OptionalLong.of(one.binNanos())).orElse(OptionalLong.empty()), found.map(ClockOffset::driftPpm).orElse(Double.NaN)));
        }
        return Outcome.answer(new Result(members));
    }

    private static Report.Section explain(Inputs inputs, Result result) {
        List<Block> blocks = new ArrayList<>();
        int groups = result.members().stream().mapToInt(Member::group).max().orElse(1);
        blocks.add(groups > 1 ? new Block.Finding(Block.Tone.WATCH, "Not one measurement", "The data sets fall into " + groups + " groups whose times lie more than "
                + Numbers.duration(ClockGroups.NEAR_NANOS) + " apart; nothing is compared across groups by time.")
                : new Block.Text("All data sets overlap in time or nearly touch."));
        for (Member each : result.members()) {
            each.offsetNanos().ifPresent(nanos -> blocks.add(finding(each, nanos)));
        }
        List<List<Block.Cell>> rows = result.members().stream().map(each -> List.of(Block.Cell.of(each.name()),
                Block.Cell.of(Numbers.span(each.span().start(), each.span().end(), inputs.zone())), Block.Cell.of(String.valueOf(each.group()), each.group()),
                Block.Cell.of(each.offsetNanos().isPresent() ? Shift.words(each.offsetNanos().getAsLong()) : "not told"),
                Block.Cell.of(Double.isNaN(each.driftPpm()) ? Numbers.ABSENT : Numbers.number(each.driftPpm()) + Numbers.SPACE + "ppm", each.driftPpm()))).toList();
        blocks.add(new Block.Table("clock", "Data sets", List.of(new Block.Column("data set", false), new Block.Column("from – to", false), new Block.Column("group", true),
                new Block.Column("offset by correlation", false), new Block.Column("drift", true)), rows));
        blocks.add(new Block.Text("An offset is told only where the rates of starts agree clearly at one lag and nowhere else; data sets that hold no requests tell none."));
        return new Report.Section("clock", "One clock", blocks);
    }

    private static Block finding(Member each, long nanos) {
        long fine = each.resolutionNanos().orElse(0);
        return Math.abs(nanos) <= 2 * fine
                ? new Block.Finding(Block.Tone.GOOD, each.name() + " is on the same clock", "Its rate agrees with the first data set's at an offset of " + Shift.words(nanos)
                        + ", told to " + Numbers.duration(fine) + ".")
                : new Block.Finding(Block.Tone.WATCH, each.name() + " is off by " + Shift.words(-nanos), "Its rate agrees with the first data set's when " + Shift.words(nanos)
                        + " are added to its times (told to " + Numbers.duration(fine) + "): --offset '" + each.name() + "=" + Shift.words(nanos)
                        + "'. The time that requests need from one to the other is inside.");
    }
}
