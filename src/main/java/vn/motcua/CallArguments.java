package vn.motcua;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The arguments of a call as they were typed. In a locale without Vietnamese letters, as in a plain
 * container, Java hands them over with every such letter lost; Linux still knows them.
 */
final class CallArguments {

  private static final String LOST = "\uFFFD";
  private static final Path CALL = Path.of("/proc/self/cmdline");

  private CallArguments() {}

  static String[] of(String[] args) {
    if (Arrays.stream(args).noneMatch(a -> a.contains(LOST)) || !Files.isReadable(CALL)) {
      return args;
    }
    try {
      return restored(args, Files.readAllBytes(CALL));
    } catch (IOException unreadable) {
      return args;
    }
  }

  /**
   * @param call the whole call, each word ended by a zero byte
   */
  static String[] restored(String[] args, byte[] call) {
    List<byte[]> words = words(call);
    if (words.size() < args.length) {
      return args;
    }
    List<byte[]> last = words.subList(words.size() - args.length, words.size());
    String[] restored = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      if (!new String(last.get(i), StandardCharsets.US_ASCII).equals(args[i])) {
        return args;
      }
      restored[i] = new String(last.get(i), StandardCharsets.UTF_8);
    }
    return restored;
  }

  private static List<byte[]> words(byte[] call) {
    List<byte[]> words = new ArrayList<>();
    ByteArrayOutputStream word = new ByteArrayOutputStream();
    for (byte each : call) {
      if (each == 0) {
        words.add(word.toByteArray());
        word.reset();
      } else {
        word.write(each);
      }
    }
    return words;
  }
}
