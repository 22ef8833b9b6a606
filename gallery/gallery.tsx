import type { Fixture } from "../components/testing/fixture.ts";
import { choices, choose, LANGUAGES, SIZES, THEMES } from "./choices.ts";
import { PAGE_SIZES, pageOf } from "./page-of.ts";

const modules = import.meta.glob<Fixture[]>("../components/**/*.fixtures.tsx", {
  import: "fixtures",
  eager: true,
});

const components = Object.entries(modules).map(([path, fixtures]) => ({
  component: path.replace(/^\.\.\/components\/|\.fixtures\.tsx$/g, ""),
  names: fixtures.map(({ name }) => name),
}));

export function Gallery() {
  const words = choices.filter.value.toLowerCase().split(/\s+/);
  const matches = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const shown = components
    .map(({ component, names }) => ({
      component,
      names: names.filter((name) => matches(`${component} ${name}`)),
    }))
    .filter(({ names }) => names.length > 0);
  const count = shown.reduce((sum, { names }) => sum + names.length, 0);
  return (
    <>
      <header>
        <h1>Fixtures</h1>
        <label>
          Filter{" "}
          <input
            type="search"
            value={choices.filter.value}
            onInput={(event) => choose("filter", event.currentTarget.value)}
          />
        </label>
        <Choice what="in" label="Language" options={LANGUAGES} />
        <Choice what="theme" label="Colors" options={THEMES} />
        <Choice what="size" label="Zoom" options={SIZES} />
        <p role="status">{count} shown</p>
      </header>
      <nav aria-label="Components">
        <ul>
          {shown.map(({ component, names }) => (
            <li key={component}>
              <a href={`#${component}`}>{component}</a> {names.length}
            </li>
          ))}
        </ul>
      </nav>
      <main>
        {shown.map(({ component, names }) => (
          <section key={component} id={component} aria-label={component}>
            <h2>{component}</h2>
            <div class="stages">
              {names.map((name) => (
                <Stage key={name} component={component} name={name} />
              ))}
            </div>
          </section>
        ))}
      </main>
    </>
  );
}

interface ChoiceProps {
  what: keyof typeof choices;
  label: string;
  options: Record<string, string>;
}

function Choice({ what, label, options }: ChoiceProps) {
  return (
    <label>
      {label}{" "}
      <select
        value={choices[what].value}
        onChange={(event) => choose(what, event.currentTarget.value)}
      >
        {Object.entries(options).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

function Stage({ component, name }: { component: string; name: string }) {
  const zoom = Number(choices.size.value);
  const { width, height } = PAGE_SIZES[pageOf(component)];
  const asked = new URLSearchParams({
    of: component,
    in: choices.in.value,
    theme: choices.theme.value,
  });
  const address = `stage.html?${asked}#${encodeURIComponent(name)}`;
  return (
    <figure>
      <figcaption>
        <a href={address} target="_blank" rel="noreferrer">
          {name}
        </a>
      </figcaption>
      <iframe
        key={address}
        title={`${component}: ${name}`}
        src={address}
        loading="lazy"
        // As in a zoomed window of this size.
        style={{ width: `${width / zoom}px`, height: `${height / zoom}px`, zoom }}
      />
    </figure>
  );
}
