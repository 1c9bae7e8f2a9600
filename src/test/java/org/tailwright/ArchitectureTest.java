package org.tailwright;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The arrows between packages, and what only some of them may touch.
final class ArchitectureTest {
    private static final JavaClasses OURS =
            new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.tailwright");

    /// What each package may use of ours, besides itself.
    private static final Map<String, Set<String>> MAY_USE = arrows();

    private static Map<String, Set<String>> arrows() {
        Map<String, Set<String>> arrows = new LinkedHashMap<>();
        arrows.put("data", Set.of());
        arrows.put("work", Set.of());
        arrows.put("readers", Set.of("data", "work"));
        arrows.put("charts", Set.of("data", "work"));
        arrows.put("reports", with(arrows, "charts"));
        arrows.put("analyses", with(arrows, "reports"));
        arrows.put("statistics", with(arrows, "analyses"));
        arrows.put("models", with(arrows, "statistics"));
        arrows.put("simulation", with(arrows, "statistics"));
        arrows.put("traces", with(arrows, "statistics"));
        arrows.put("profiles", with(arrows, "statistics"));
        Set<String> below = new TreeSet<>(with(arrows, "models"));
        below.addAll(Set.of("simulation", "traces", "profiles"));
        arrows.put("catalog", Set.copyOf(below));
        below.addAll(Set.of("catalog", "readers"));
        arrows.put("workspace", Set.copyOf(below));
        below.add("workspace");
        arrows.put("cli", Set.copyOf(below));
        arrows.put("ui", Set.copyOf(below));
        return arrows;
    }

    private static Set<String> with(Map<String, Set<String>> arrows, String one) {
        Set<String> all = new TreeSet<>(arrows.get(one));
        all.add(one);
        return Set.copyOf(all);
    }

    @Test
    void packagesUseOnlyWhatLiesBelow() {
        List<String> wrong = new ArrayList<>();
        MAY_USE.forEach((name, allowed) -> {
            List<String> mine = new ArrayList<>(List.of("org.tailwright." + name + ".."));
            allowed.forEach(each -> mine.add("org.tailwright." + each + ".."));
            DescribedPredicate<JavaClass> foreign = resideInAnyPackage("org.tailwright..").and(resideOutsideOfPackages(mine.toArray(String[]::new)));
            wrong.addAll(violations(noClasses().that().resideInAPackage("org.tailwright." + name + "..").should().dependOnClassesThat(foreign).allowEmptyShould(true)));
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyPackageHasItsArrows() {
        Set<String> found = new TreeSet<>();
        OURS.forEach(each -> {
            String rest = each.getPackageName().substring("org.tailwright".length());
            if (!rest.isEmpty()) {
                found.add(rest.substring(1).split("\\.")[0]);
            }
        });
        assertEquals(new TreeSet<>(MAY_USE.keySet()), found);
    }

    @Test
    void javaFxOnlyInTheWindow() {
        assertEquals(List.of(), violations(noClasses().that().resideOutsideOfPackage("org.tailwright.ui..").should().dependOnClassesThat()
                .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..")));
    }

    @Test
    void theCommandLineLibraryOnlyInTheCommandLine() {
        assertEquals(List.of(), violations(noClasses().that().resideOutsideOfPackage("org.tailwright.cli..").should().dependOnClassesThat()
                .resideInAPackage("picocli..")));
    }

    @Test
    void noDesktopToolkitOfOld() {
        assertEquals(List.of(), violations(noClasses().should().dependOnClassesThat().resideInAnyPackage("java.awt..", "javax.swing..")));
    }

    @Test
    void onlyTheCommandLinePrints() {
        assertEquals(List.of(), violations(noClasses().that().resideOutsideOfPackage("org.tailwright.cli..").should().accessField(System.class, "out")
                .orShould().accessField(System.class, "err")));
    }

    @Test
    void nothingDependsOnClockOrChance() {
        assertEquals(List.of(), violations(noClasses().that().resideOutsideOfPackages("org.tailwright.cli..", "org.tailwright.ui..")
                .should().callMethod(Math.class, "random").orShould().callConstructor(Random.class).orShould().callMethod(Instant.class, "now")
                .orShould().callMethod(System.class, "currentTimeMillis").orShould().callMethod(ZoneId.class, "systemDefault")));
    }

    @Test
    void namesSayWhatThingsAre() {
        assertEquals(List.of(), violations(classes().that().resideInAPackage("org.tailwright..").should().haveNameNotMatching(".*(Impl|Manager|Helper|Util|Utils)")
                .andShould().haveNameNotMatching(".*\\.(Abstract[A-Z]|I[A-Z][a-z]).*")));
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of("src/main/java/org/tailwright"))) {
            List<Path> silent = folders.filter(Files::isDirectory).filter(ArchitectureTest::holdsClasses)
                    .filter(each -> !each.endsWith("org/tailwright") && !saysItsPurpose(each.resolve("package-info.java"))).toList();
            assertEquals(List.of(), silent);
        }
    }

    private static boolean holdsClasses(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(each -> each.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean saysItsPurpose(Path info) {
        try {
            String text = Files.exists(info) ? Files.readString(info) : "";
            return text.contains("@NullMarked") && text.contains("First to read:") && text.contains("May use:");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Known debts: a rule's violations that start with one of these are let through. The list only shrinks.
    private static final List<String> DEBTS = List.of();

    private static List<String> violations(ArchRule rule) {
        EvaluationResult result = rule.evaluate(OURS);
        return result.getFailureReport().getDetails().stream().filter(each -> DEBTS.stream().noneMatch(each::startsWith)).toList();
    }

    @Test
    void debtsAreStillOwed() throws IOException {
        for (String debt : DEBTS) {
            assertTrue(debt.contains("org.tailwright"), "a debt names a class of ours: " + debt);
        }
        assertTrue(OURS.size() > 300, "only " + OURS.size() + " classes were looked at");
    }
}
