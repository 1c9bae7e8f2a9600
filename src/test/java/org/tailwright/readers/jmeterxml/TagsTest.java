package org.tailwright.readers.jmeterxml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tailwright.work.Seeds;

/// Our tags against those of the JDK's XML parser, on random well-formed texts.
class TagsTest {
    private static final String[] VALUES = {"", "a", "x &amp; y", "&lt;b&gt;", "it's &quot;so&quot;", "line\nbreak", "&#65;&#x42;", "ä€😀", "a>b", "  "};
    private static final String[] CONTENT = {"text ", "&lt;sample/&gt;", "<![CDATA[ <sample t=\"1\"> ]] ]]>", "<!-- <sample/> - -->",
            "<other a='>'/>", "<other b=\"/>\">in</other>", "<?pi <sample/> ?>", "\n", "<responseData>]]</responseData>"};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreeWithTheLibrary(long seed) throws IOException, XMLStreamException {
        RandomGenerator random = Seeds.stream(seed, "tags", 0);
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?>\n<testResults version=\"1.2\">");
        for (int i = 0; i < 300; i++) {
            element(xml, random, 0);
        }
        xml.append("</testResults>");
        assertEquals(library(xml.toString()), ours(xml.toString()));
    }

    private static void element(StringBuilder xml, RandomGenerator random, int depth) {
        xml.append(random.nextBoolean() ? "<sample" : "<httpSample");
        String name = xml.substring(xml.lastIndexOf("<") + 1);
        for (int i = random.nextInt(6); i > 0; i--) {
            char quote = random.nextBoolean() ? '"' : '\'';
            String value = VALUES[random.nextInt(VALUES.length)];
            xml.append(random.nextInt(5) == 0 ? "\n\t" : " ").append((char) ('a' + i)).append(random.nextInt(5) == 0 ? " = " : "=").append(quote)
                    .append(quote == '\'' ? value.replace("'", "") : value).append(quote);
        }
        if (random.nextInt(3) == 0) {
            xml.append("/>");
            return;
        }
        xml.append('>');
        for (int i = random.nextInt(4); i > 0; i--) {
            if (depth < 4 && random.nextInt(3) == 0) {
                element(xml, random, depth + 1);
            } else {
                xml.append(CONTENT[random.nextInt(CONTENT.length)]);
            }
        }
        xml.append("</").append(name).append(random.nextInt(5) == 0 ? " >" : ">");
    }

    private static List<String> ours(String xml) throws IOException {
        List<String> found = new ArrayList<>();
        try (Tags tags = new Tags(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8, JmeterRows.WANTED)) {
            for (Tags.Found each = tags.next(); each != Tags.Found.END; each = tags.next()) {
                Map<String, String> attributes = new TreeMap<>();
                for (int i = 0; i < tags.names().size() && each == Tags.Found.OPEN; i++) {
                    attributes.put(tags.names().get(i), tags.values().get(i));
                }
                found.add(each + attributes.toString());
                if (each == Tags.Found.OPEN && tags.empty()) {
                    found.add("CLOSE{}");
                }
            }
        }
        return found;
    }

    private static List<String> library(String xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
        List<String> found = new ArrayList<>();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT && JmeterRows.WANTED.contains(reader.getLocalName())) {
                Map<String, String> attributes = new TreeMap<>();
                for (int i = 0; i < reader.getAttributeCount(); i++) {
                    attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
                }
                found.add("OPEN" + attributes);
            } else if (event == XMLStreamConstants.END_ELEMENT && JmeterRows.WANTED.contains(reader.getLocalName())) {
                found.add("CLOSE{}");
            }
        }
        return found;
    }
}
