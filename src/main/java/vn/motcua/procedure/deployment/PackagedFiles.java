package vn.motcua.procedure.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Finds the models ({@code processes/**​/*.bpmn}, their own forms) and shared forms ({@code
 * forms/**​/*.form}) that the application brings: on the class path, in directories or in a jar, or
 * below one directory. Only names and stamps are read.
 */
final class PackagedFiles {

  private final SortedMap<String, PackagedFile> files = new TreeMap<>();

  private PackagedFiles() {}

  /** What is on the class path; of two files with the same path the first one counts. */
  static Collection<PackagedFile> onClassPath(ClassLoader loader) {
    PackagedFiles found = new PackagedFiles();
    try {
      for (String root : new String[] {"processes", "forms"}) {
        for (URL url : Collections.list(loader.getResources(root))) {
          found.add(root, url, loader);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.files.values();
  }

  /**
   * What stands below {@code processes/} and {@code forms/} of a directory.
   *
   * @throws IllegalArgumentException if there is no such directory
   */
  static Collection<PackagedFile> below(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw new IllegalArgumentException(ModelDeployment.TEXTS.get("no-directory", directory));
    }
    PackagedFiles found = new PackagedFiles();
    for (String root : new String[] {"processes", "forms"}) {
      found.addDirectory(root, directory.resolve(root));
    }
    return found.files.values();
  }

  private void add(String root, URL url, ClassLoader loader) throws IOException {
    if (url.openConnection() instanceof JarURLConnection connection) {
      addJar(root, connection, loader);
    } else {
      addDirectory(root, path(url));
    }
  }

  private static Path path(URL url) {
    try {
      return Path.of(new URI(url.toString()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Cannot read models from " + url, e);
    }
  }

  private void addJar(String root, JarURLConnection connection, ClassLoader loader)
      throws IOException {
    JarFile jar = connection.getJarFile();
    for (JarEntry entry : Collections.list(jar.entries())) {
      String path = entry.getName();
      if (path.startsWith(root + "/") && wanted(path)) {
        String stamp = Long.toHexString(entry.getCrc()) + "+" + entry.getSize();
        put(new PackagedFile(path, stamp, () -> bytes(loader, path)));
      }
    }
  }

  private static byte[] bytes(ClassLoader loader, String path) throws IOException {
    try (var in = loader.getResourceAsStream(path)) {
      return in.readAllBytes();
    }
  }

  private void addDirectory(String root, Path directory) {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try {
      Files.walkFileTree(
          directory,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              String path = root + "/" + directory.relativize(file).toString().replace('\\', '/');
              if (wanted(path)) {
                String stamp = attributes.lastModifiedTime().toMillis() + "+" + attributes.size();
                put(new PackagedFile(path, stamp, () -> Files.readAllBytes(file)));
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean wanted(String path) {
    return path.endsWith(".form") || path.startsWith("processes/") && path.endsWith(".bpmn");
  }

  private void put(PackagedFile file) {
    files.putIfAbsent(file.path(), file);
  }
}
