package org.tailwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tailwright.analyses.Analysis;
import org.tailwright.catalog.Analyses;
import org.tailwright.catalog.report.Contributor;
import org.tailwright.catalog.report.Contributors;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Readers;
import org.tailwright.reports.ReportWriter;
import org.tailwright.reports.Writers;

/// What exists is listed, and what is listed is complete.
final class ListsTest {
    private static final JavaClasses OURS =
            new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.tailwright");

    @Test
    void everyReaderIsListed() {
        assertEquals(concrete(Reader.class), listed(Readers.ALL));
        Readers.ALL.forEach(each -> {
            assertFalse(each.format().isBlank());
            assertFalse(each.recognisedBy().isBlank(), each.format());
        });
    }

    @Test
    void everyWriterIsListed() {
        assertEquals(concrete(ReportWriter.class), listed(Writers.ALL));
        List<String> endings = Writers.ALL.stream().flatMap(each -> each.endings().stream()).toList();
        assertEquals(endings.size(), new HashSet<>(endings).size(), endings.toString());
    }

    @Test
    void everyContributorIsListed() {
        assertEquals(concrete(Contributor.class), listed(Contributors.ALL));
    }

    @Test
    void everyAnalysisIsListed() throws ReflectiveOperationException {
        List<Analysis<?, ?>> missing = new ArrayList<>();
        int found = 0;
        for (JavaClass owner : OURS) {
            for (JavaField each : owner.getFields()) {
                if (each.getRawType().isEquivalentTo(Analysis.class) && each.getModifiers().contains(JavaModifier.STATIC)) {
                    Field field = each.reflect();
                    field.setAccessible(true);
                    Analysis<?, ?> analysis = (Analysis<?, ?>) field.get(null);
                    found++;
                    if (!Analyses.ALL.contains(analysis)) {
                        missing.add(analysis);
                    }
                }
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(found >= 10, "only " + found + " analyses were found");
    }

    @Test
    void analysesAreExplained() {
        Set<String> ids = new HashSet<>();
        for (Analysis<?, ?> each : Analyses.ALL) {
            assertTrue(each.id().matches("[a-z][a-z0-9-]*"), each.id());
            assertTrue(ids.add(each.id()), "two analyses are called " + each.id());
            assertFalse(each.title().isBlank(), each.id());
            each.form().defaults();
            each.form().fields().forEach(field -> {
                assertTrue(field.doc().length() > 8, each.id() + " --" + field.id() + " is not explained");
                assertTrue(field.id().matches("[a-z][a-z0-9-]*|[A-Za-z][A-Za-z0-9_]*"), field.id()); // words, or symbols of the field such as N
            });
        }
    }

    private static Set<String> concrete(Class<?> type) {
        return OURS.stream().filter(each -> each.isAssignableTo(type) && !each.isInterface() && !each.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(JavaClass::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> listed(List<?> all) {
        return all.stream().map(each -> each.getClass().getName()).collect(Collectors.toCollection(TreeSet::new));
    }
}
