package org.tailwright.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.catalog.capacity.CapacityAnalyses;
import org.tailwright.reports.Block;
import org.tailwright.work.Work;

class VariantsSimulationTest {
    private static final Map<String, String> ASKED = Map.of("load", "lognormal(6, 0.3)", "demand", "uniform(0.01, 0.02)", "growth", "0", "wobble", "0", "months", "1", "draws", "30000", "server-price", "100",
            "variants", "as it is; half the demand: demand=uniform(0.005, 0.01); the same: utilisation=1; dearer: server-price=150");

    /// Half the demand needs half the servers in every single future, as far as whole servers go: both variants see the same numbers.
    @Test
    void variantsSeeTheSameFutures() {
        ServersVariants found = answer(ASKED);
        List<ServersVariants.Variant> all = found.variants();
        assertNull(all.getFirst().difference());
        ServersNeeded alone = ((Outcome.Answer<ServersNeeded>) CapacityAnalyses.SERVERS.run(Inputs.of(), without(ASKED, "variants"), Work.NONE).outcome()).result();
        assertEquals(alone.confidences(), all.getFirst().needed().confidences());
        for (int i = 0; i < 4; i++) {
            assertEquals(all.getFirst().needed().confidences().get(i).servers() / 2, all.get(1).needed().confidences().get(i).servers(), 1);
        }
        ServersVariants.Difference half = difference(all.get(1));
        assertTrue(half.low() < half.median() && half.median() < half.high() && half.high() < 0, half.toString());
        assertEquals(0, half.more());
        assertTrue(half.fewer() > 0.999, half.toString());
        ServersVariants.Difference same = difference(all.get(2));
        assertEquals(new ServersVariants.Difference(0, 0, 0, 0, 0), same, "without a change there is no difference in any future");
        assertEquals(150, all.get(3).price());
        assertEquals(Map.of("server-price", "150"), all.get(3).changed());
    }

    private static ServersVariants.Difference difference(ServersVariants.Variant variant) {
        ServersVariants.Difference difference = variant.difference();
        assertNotNull(difference);
        return difference;
    }

    /// The curve of risk falls, and agrees with the answers.
    @Test
    void theCurveOfRiskAgreesWithTheAnswers() {
        ServersNeeded needed = answer(ASKED).variants().getFirst().needed();
        List<ServersNeeded.Risk> risks = needed.drawn().risks();
        for (int i = 1; i < risks.size(); i++) {
            assertTrue(risks.get(i).tooFew() <= risks.get(i - 1).tooFew());
        }
        assertTrue(risks.getFirst().tooFew() > 0.99 && risks.getLast().tooFew() < 2e-4, risks.toString());
        for (ServersNeeded.Option option : needed.options()) {
            double here = risks.stream().filter(each -> each.servers() == option.servers()).findFirst().orElseThrow().tooFew();
            assertEquals(option.breach().value(), here, 1e-12);
        }
        for (ServersNeeded.Confidence each : needed.confidences()) {
            double there = risks.stream().filter(one -> one.servers() == each.servers()).findFirst().orElseThrow().tooFew();
            double below = risks.stream().filter(one -> one.servers() == each.servers() - 1).findFirst().orElseThrow().tooFew();
            assertTrue(there <= 1 - each.share() + 1e-12 && below > 1 - each.share(), each.toString());
        }
    }

    /// With a number of servers each variant has the risk by month that it has when asked alone.
    @Test
    void theRiskByMonthStandsBeside() {
        Map<String, String> asked = with("variants", "six: servers=6; eight");
        asked.put("servers", "8");
        asked.put("months", "4");
        asked.put("growth", "5%");
        Analysis.Run<ServersVariants> run = CapacityAnalyses.VARIANTS.run(Inputs.of(), asked, Work.NONE);
        ServersVariants found = ((Outcome.Answer<ServersVariants>) run.outcome()).result();
        Map<String, String> single = without(without(asked, "variants"), "server-price");
        single.put("servers", "6");
        CapacityForecast alone = ((Outcome.Answer<CapacityForecast>) CapacityAnalyses.CAPACITY.run(Inputs.of(), single, Work.NONE).outcome()).result();
        CapacityForecast six = found.variants().getFirst().forecast();
        CapacityForecast eight = found.variants().get(1).forecast();
        assertNotNull(six);
        assertNotNull(eight);
        assertEquals(alone.months(), six.months());
        assertTrue(eight.months().getLast().breachBy().value() < six.months().getLast().breachBy().value());
        assertTrue(run.section().blocks().stream().anyMatch(each -> each instanceof Block.Picture picture && picture.id().equals("variants-months")));
        asked.put("factor", "3");
        String why = String.valueOf(assertThrows(IllegalArgumentException.class, () -> CapacityAnalyses.VARIANTS.form().parse(asked)).getMessage());
        assertTrue(why.contains("type --factor 1 and a --load that is as many times higher"), why);
    }

    /// Too little is left for any number: the variant has no curve beyond what is finite, and the difference says so.
    @Test
    void aVariantWithoutAnAnswerIsShown() {
        Analysis.Run<ServersVariants> run = CapacityAnalyses.VARIANTS.run(Inputs.of(), with("variants", "as it is; contended: alpha=0.5"), Work.NONE);
        ServersVariants found = ((Outcome.Answer<ServersVariants>) run.outcome()).result();
        assertEquals(Double.POSITIVE_INFINITY, found.variants().get(1).needed().confidences().getFirst().servers());
        assertTrue(run.section().blocks().stream().anyMatch(each -> each instanceof Block.Finding finding && finding.title().contains("endlessly many")), run.section().blocks().toString());
    }

    @Test
    void mistakesNameTheVariant() {
        assertTrue(wrong("a; b: demnd=3").contains("--variants, b: there is no parameter --demnd"));
        assertTrue(wrong("a; b: demand").contains("does not read NAME"));
        assertTrue(wrong("a; a: demand=1ms").contains("two variants are called 'a'"));
        assertTrue(wrong("a: precision=0.1").contains("are not set by variants"));
        assertTrue(wrong("a: demand=pert(1,2)").contains("pert takes 3 numbers"));
        assertTrue(wrong("a;b;c;d;e;f;g;h").contains("one to 7"));
        assertTrue(wrong(" ; ").contains("not 0"));
        Outcome<ServersVariants> outcome = CapacityAnalyses.VARIANTS.run(Inputs.of(), Map.of("variants", "a; b: demand=1ms"), Work.NONE).outcome();
        assertTrue(((Outcome.NotApplicable<ServersVariants>) outcome).why().startsWith("a: Say what arrives"));
    }

    private static String wrong(String variants) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> CapacityAnalyses.VARIANTS.form().parse(with("variants", variants))).getMessage());
    }

    private static Map<String, String> with(String id, String text) {
        Map<String, String> more = new HashMap<>(ASKED);
        more.put(id, text);
        return more;
    }

    private static Map<String, String> without(Map<String, String> typed, String id) {
        Map<String, String> fewer = new HashMap<>(typed);
        fewer.remove(id);
        return fewer;
    }

    private static ServersVariants answer(Map<String, String> typed) {
        return ((Outcome.Answer<ServersVariants>) CapacityAnalyses.VARIANTS.run(Inputs.of(), typed, Work.NONE).outcome()).result();
    }
}
