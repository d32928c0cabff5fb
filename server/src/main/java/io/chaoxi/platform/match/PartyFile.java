package io.chaoxi.platform.match;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Parties with their keys in a file, each known by the place where it begins. */
final class PartyFile implements AutoCloseable {
    private static final int READ_AT_ONCE = 1_024;
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final OutputStream out;
    private final FileChannel in;
    private ByteBuffer buffer = ByteBuffer.allocate(READ_AT_ONCE);
    private long end;

    PartyFile(Path file) throws IOException {
        this.file = file;
        this.out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
        this.in = FileChannel.open(file);
    }

    /** A party with its keys in ascending order. */
    static final class Kept {
        final UUID id;
        final Party party;
        final long[] keys;

        Kept(UUID id, Party party, long[] keys) {
            this.id = id;
            this.party = party;
            this.keys = keys;
        }
    }

    /** Where it begins. */
    long add(Kept kept) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var data = new DataOutputStream(bytes);
        data.writeInt(0);
        data.writeLong(kept.id.getMostSignificantBits());
        data.writeLong(kept.id.getLeastSignificantBits());
        write(data, kept.party);
        data.writeInt(kept.keys.length);
        for (long key : kept.keys) data.writeLong(key);
        byte[] written = bytes.toByteArray();
        out.write(ByteBuffer.wrap(written).putInt(0, written.length).array());
        long place = end;
        end += written.length;
        return place;
    }

    private static void write(DataOutputStream data, Party party) throws IOException {
        data.writeUTF(party.kind().name());
        data.writeByte(party.traits().size());
        for (var trait : party.traits().entrySet()) {
            data.writeUTF(trait.getKey().name());
            data.writeByte(trait.getValue().size());
            for (String value : trait.getValue()) data.writeUTF(value);
        }
    }

    /** Nothing is added any more, everything can be read. */
    void written() throws IOException {
        out.close();
    }

    Kept read(long place) throws IOException {
        read(place, 0, Integer.BYTES);
        int length = buffer.getInt(0);
        if (length > buffer.capacity()) {
            buffer = ByteBuffer.allocate(2 * length);
            read(place, 0, length);
        } else {
            read(place, buffer.limit(), length);
        }
        var data = new DataInputStream(new ByteArrayInputStream(buffer.array(), Integer.BYTES, length));
        UUID id = new UUID(data.readLong(), data.readLong());
        Party party = party(data);
        long[] keys = new long[data.readInt()];
        for (int i = 0; i < keys.length; i++) keys[i] = data.readLong();
        return new Kept(id, party, keys);
    }

    /** Fills the buffer from what it holds of this place to at least so much. */
    private void read(long place, int held, int wanted) throws IOException {
        buffer.clear().position(held);
        while (buffer.position() < wanted) {
            if (in.read(buffer, place + buffer.position()) < 0) throw new EOFException(file.toString());
        }
        buffer.flip();
    }

    private static Party party(DataInputStream data) throws IOException {
        Party.Kind kind = Party.Kind.valueOf(data.readUTF());
        Map<Trait, List<String>> traits = new EnumMap<>(Trait.class);
        for (int left = data.readByte(); left > 0; left--) {
            Trait trait = Trait.valueOf(data.readUTF());
            List<String> values = new ArrayList<>();
            for (int more = data.readByte(); more > 0; more--) values.add(data.readUTF());
            traits.put(trait, values);
        }
        return new Party(kind, traits);
    }

    @Override
    public void close() throws IOException {
        out.close();
        in.close();
        Files.deleteIfExists(file);
    }
}
