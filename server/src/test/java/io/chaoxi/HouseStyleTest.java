package io.chaoxi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class HouseStyleTest {

    private static final int LINES_WORTH_A_LOOK = 300;
    private static final int LINES_AT_MOST = 400;

    private static final Pattern TYPE =
            Pattern.compile("\\b(?:class|interface|record|enum)\\s+([A-Z]\\w*)\\s*[<({\\w]");
    private static final Pattern NAME_WITHOUT_MEANING = Pattern.compile(
            "(Base|Abstract)[A-Z].*|.*(Impl|Utils?|Helper|Manager|DTO|Dto|VO|Vo|DO|Mapper|Convert(er)?)");
    private static final Pattern COMMENTS_AND_TEXTS = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*|\"[^\"\n]*\"");

    private static final List<Path> FILES = Stream.of("src/main/java", "src/test/java")
            .flatMap(folder -> javaFiles(Path.of(folder)).stream())
            .toList();

    @Test
    void typesAreNamedAfterTheirBusiness() {
        assertThat(FILES.stream().flatMap(HouseStyleTest::typeNames))
                .filteredOn(name -> NAME_WITHOUT_MEANING.matcher(name).matches())
                .isEmpty();
    }

    @Test
    void filesStayShort() {
        var longOnes =
                FILES.stream().filter(file -> lines(file) > LINES_WORTH_A_LOOK).toList();
        longOnes.forEach(file -> LoggerFactory.getLogger(HouseStyleTest.class)
                .warn("{} has {} lines: a word of the business is missing", file, lines(file)));
        assertThat(longOnes).filteredOn(file -> lines(file) > LINES_AT_MOST).isEmpty();
    }

    @Test
    void noCycleHidesBehindALazyBean() {
        assertThat(FILES)
                .filteredOn(file -> text(file).contains("context.annotation." + "Lazy;"))
                .isEmpty();
    }

    private static List<Path> javaFiles(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> typeNames(Path file) {
        return TYPE.matcher(COMMENTS_AND_TEXTS.matcher(text(file)).replaceAll(""))
                .results()
                .map(match -> match.group(1));
    }

    private static long lines(Path file) {
        return text(file).lines().count();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
