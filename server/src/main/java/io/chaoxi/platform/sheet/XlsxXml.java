package io.chaoxi.platform.sheet;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import io.chaoxi.platform.sheet.SheetRefused.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Walks through one part of an .xlsx file. Declarations of document types and entities are refused, so nothing is ever
 * expanded or fetched. Names are compared without their namespace, for strict and transitional files differ in it.
 */
final class XlsxXml implements Closeable {
    private static final XMLInputFactory FACTORY = factory();

    private final InputStream in;
    private final XMLStreamReader xml;
    private int depth;

    XlsxXml(InputStream in) {
        this.in = in;
        try {
            this.xml = FACTORY.createXMLStreamReader(in);
        } catch (XMLStreamException damaged) {
            throw reasonOf(damaged);
        }
    }

    /** Moves to the next start or end of an element; false at the end of the part. */
    boolean next() {
        try {
            while (xml.hasNext()) {
                int event = xml.next();
                refuseDeclarations(event);
                if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                    watchDepth(event);
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException | RuntimeException damaged) {
            throw reasonOf(damaged);
        }
    }

    boolean starts(String name) {
        return xml.getEventType() == XMLStreamConstants.START_ELEMENT
                && xml.getLocalName().equals(name);
    }

    boolean ends(String name) {
        return xml.getEventType() == XMLStreamConstants.END_ELEMENT
                && xml.getLocalName().equals(name);
    }

    @Nullable
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    String attribute(String name, String otherwise) {
        return Objects.requireNonNullElse(attribute(name), otherwise);
    }

    /** Appends the text up to the end of the element that just started; nested elements are not expected in it. */
    void text(StringBuilder into, int longest) {
        try {
            while (xml.hasNext()) {
                int event = xml.next();
                refuseDeclarations(event);
                if (event == XMLStreamConstants.END_ELEMENT) {
                    watchDepth(event);
                    return;
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    throw new SheetRefused(Reason.DAMAGED);
                }
                if (event != XMLStreamConstants.COMMENT && event != XMLStreamConstants.PROCESSING_INSTRUCTION) {
                    into.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                }
                if (into.length() > longest) {
                    throw new SheetRefused(Reason.CELL_TOO_LONG);
                }
            }
        } catch (XMLStreamException | RuntimeException damaged) {
            throw reasonOf(damaged);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void watchDepth(int event) {
        depth += event == XMLStreamConstants.START_ELEMENT ? 1 : -1;
        if (depth > 100) {
            throw new SheetRefused(Reason.HOSTILE);
        }
    }

    private static void refuseDeclarations(int event) {
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new SheetRefused(Reason.HOSTILE);
        }
    }

    private static SheetRefused reasonOf(Exception problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SheetRefused refused) {
                return refused;
            }
        }
        return new SheetRefused(Reason.DAMAGED, problem);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
