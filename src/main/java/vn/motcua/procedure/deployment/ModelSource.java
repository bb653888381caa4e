package vn.motcua.procedure.deployment;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where models and forms come from: property {@code motcua.models}, {@code classpath} (what is
 * packaged with the application, the default), {@code none}, or a directory with {@code processes/}
 * and {@code forms/} in it.
 */
@Component
class ModelSource {

  private final String place;

  ModelSource(@Value("${motcua.models:classpath}") String place) {
    this.place = place;
  }

  /** False if this node deploys nothing and leaves everything as it is. */
  boolean isGiven() {
    return !place.equals("none");
  }

  /**
   * The files as they are now.
   *
   * @throws IllegalArgumentException if the directory does not exist
   */
  Collection<PackagedFile> files() {
    return switch (place) {
      case "none" -> List.of();
      case "classpath" -> PackagedFiles.onClassPath(ModelSource.class.getClassLoader());
      default -> PackagedFiles.below(Path.of(place));
    };
  }
}
