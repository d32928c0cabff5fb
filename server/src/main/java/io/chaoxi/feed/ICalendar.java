package io.chaoxi.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Writes entries as iCalendar (RFC 5545). Moments are in UTC and whole days are dates, so no time zone need be described
 * and every calendar shows them where its owner is.
 */
final class ICalendar {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_LINE = 75;

    private final StringBuilder out = new StringBuilder();

    private ICalendar() {}

    static String of(String name, List<Entry> entries) {
        var calendar = new ICalendar();
        calendar.line("BEGIN", "VCALENDAR");
        calendar.line("VERSION", "2.0");
        calendar.line("PRODID", "-//Chaoxi//CRM//ZH");
        calendar.line("CALSCALE", "GREGORIAN");
        calendar.line("METHOD", "PUBLISH");
        calendar.text("X-WR-CALNAME", name);
        calendar.line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        calendar.line("X-PUBLISHED-TTL", "PT1H");
        entries.forEach(calendar::entry);
        calendar.line("END", "VCALENDAR");
        return calendar.out.toString();
    }

    /** A while of the day, or the day itself, which keeps nobody from taking other appointments. */
    private void entry(Entry entry) {
        line("BEGIN", "VEVENT");
        text("UID", entry.id() + "@chaoxi");
        line("DTSTAMP", MOMENT.format(entry.changed()));
        line("LAST-MODIFIED", MOMENT.format(entry.changed()));
        line("SEQUENCE", String.valueOf(entry.version() - 1));
        Instant at = entry.at();
        if (at == null) {
            line("DTSTART;VALUE=DATE", date(entry.day()));
            line("DTEND;VALUE=DATE", date(entry.day().plusDays(1)));
            line("TRANSP", "TRANSPARENT");
        } else {
            line("DTSTART", MOMENT.format(at));
            line("DURATION", entry.lasts().toString());
        }
        text("SUMMARY", entry.subject());
        if (!entry.text().isEmpty()) text("DESCRIPTION", entry.text());
        line("URL", entry.address());
        line("END", "VEVENT");
    }

    private static String date(LocalDate day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    private void text(String name, String text) {
        String clean = text.replace("\r\n", "\n").replace('\r', '\n').replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
        line(
                name,
                clean.replace("\\", "\\\\")
                        .replace(";", "\\;")
                        .replace(",", "\\,")
                        .replace("\n", "\\n"));
    }

    /** Lines of 75 bytes at most go on in the next one behind a blank; no letter is cut in two. */
    private void line(String name, String value) {
        int length = 0;
        String line = name + ":" + value;
        for (int i = 0; i < line.length(); ) {
            int letter = line.codePointAt(i);
            String one = Character.toString(letter);
            int bytes = one.getBytes(StandardCharsets.UTF_8).length;
            if (length + bytes > LONGEST_LINE) {
                out.append("\r\n ");
                length = 1;
            }
            out.append(one);
            length += bytes;
            i += Character.charCount(letter);
        }
        out.append("\r\n");
    }
}
