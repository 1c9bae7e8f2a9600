package org.tailwright.reports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Puts recipes into files and finds them there.
public final class Recipes {
    private static final String HTML = "<script type=\"application/json\" id=\"" + Recipe.NAME + "\">";
    private static final String COMMENT = "<!-- " + Recipe.NAME + " ";
    private static final String ATTACHED = Recipe.NAME + ".json";

    private Recipes() {}

    static String html(Recipe recipe) {
        return HTML + recipe.json() + "</script>\n";
    }

    static String comment(Recipe recipe) {
        return "\n" + COMMENT + recipe.json() + " -->\n";
    }

    static void attach(PDDocument document, Recipe recipe) throws IOException {
        PDEmbeddedFile file = new PDEmbeddedFile(document, new java.io.ByteArrayInputStream(recipe.json().getBytes(StandardCharsets.US_ASCII)));
        file.setSubtype("application/json");
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(ATTACHED);
        specification.setFileUnicode(ATTACHED);
        specification.setEmbeddedFile(file);
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(ATTACHED, specification));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
    }

    /// The recipe in the bytes of a report of any format that carries one.
    public static Optional<String> find(byte[] report) {
        if (report.length > 4 && report[0] == '%' && report[1] == 'P' && report[2] == 'D' && report[3] == 'F') {
            return attached(report);
        }
        String text = new String(report, StandardCharsets.UTF_8);
        return between(text, HTML, "</script>").or(() -> between(text, COMMENT, " -->")).or(() -> json(text));
    }

    private static Optional<String> between(String text, String open, String close) {
        int start = text.lastIndexOf(open);
        int end = start < 0 ? -1 : text.indexOf(close, start);
        return end < 0 ? Optional.empty() : Optional.of(text.substring(start + open.length(), end).strip());
    }

    private static Optional<String> json(String text) {
        try {
            JsonNode recipe = JsonMapper.shared().readTree(text).path("recipe");
            return recipe.isObject() ? Optional.of(recipe.toString()) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> attached(byte[] report) {
        try (PDDocument document = Loader.loadPDF(report)) {
            PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
            PDEmbeddedFilesNameTreeNode tree = names == null ? null : names.getEmbeddedFiles();
            Map<String, PDComplexFileSpecification> files = tree == null ? null : tree.getNames();
            PDComplexFileSpecification found = files == null ? null : files.get(ATTACHED);
            return found == null || found.getEmbeddedFile() == null ? Optional.empty()
                    : Optional.of(new String(found.getEmbeddedFile().toByteArray(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
