package org.tailwright.readers.jmeterxml;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.work.Work;

/// JMeter's results as XML, versions 1.0 to 1.2, whole or broken off. Samples, the sub-results inside them (embedded resources, redirects) and
/// transaction controllers overlap in time and become data sets of their own.
public final class JmeterXml implements Reader {
    private static final Pattern ROOT = Pattern.compile("<testResults[\\s>/]");
    private static final Pattern SAMPLE = Pattern.compile("<(?:httpSample|sample)\\s[^<>]*\\bts=\"[0-9]{9,16}\"|<sampleResult\\s[^<>]*\\btimeStamp=\"");
    private static final Pattern ENCODING = Pattern.compile("\\A\\s*<\\?xml[^>]*\\bencoding=[\"']([A-Za-z0-9._-]{1,40})[\"']");

    @Override
    public String format() {
        return "JMeter XML";
    }

    @Override
    public String recognisedBy() {
        return "XML with the element testResults, or with httpSample or sample elements that have ts";
    }

    @Override
    public Claim recognises(Head head) {
        String text = head.text();
        if (!text.stripLeading().startsWith("<")) {
            return Claim.NO;
        }
        return ROOT.matcher(text).find() || SAMPLE.matcher(text).find() ? Claim.CERTAIN : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        JmeterRows rows = new JmeterRows();
        try (Tags tags = new Tags(source.stream(), charset(source), JmeterRows.WANTED)) {
            rows.read(tags, work);
        }
        return rows.result(source, format());
    }

    /// What the file declares, where its bytes were not turned into UTF-8 already.
    private static Charset charset(Source source) throws IOException {
        Matcher declared = ENCODING.matcher(source.head().text());
        List<String> known = List.of("ISO-8859-1", "ISO-8859-15", "WINDOWS-1252", "WINDOWS-1251", "US-ASCII");
        if (declared.find() && known.contains(declared.group(1).toUpperCase(Locale.ROOT)) && Charset.isSupported(declared.group(1))) {
            return Charset.forName(declared.group(1));
        }
        return StandardCharsets.UTF_8;
    }
}
