using System.Globalization;
using Microsoft.Playwright;

namespace GroomingSignals.Workbench.BrowserTests;

/// <summary>Everything by keyboard, from the first Tab to a saved policy and a revealed message.</summary>
[Collection(BrowserGroup.Name)]
public sealed class KeyboardTests(Browser browser)
{
    [Fact]
    public async Task A_whole_visit_needs_no_mouse()
    {
        await using OpenWorkbench open = await OpenWorkbench.StartAsync(browser);
        IPage page = open.Page;
        await page.GetByRole(AriaRole.Slider).First.WaitForAsync();
        await page.Keyboard.PressAsync("Tab");
        (await Focused(page)).Should().Be("Skip to content");

        await TabTo(page, "Threshold of review");
        double before = await Value(page);
        await page.Keyboard.PressAsync("ArrowRight");
        double step = await Value(page);
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        double leap = await Value(page);
        step.Should().BeGreaterThan(before);
        (leap - step).Should().BeGreaterThan(step - before);
        for (int i = 0; i < 16; i++)
        {
            await page.Keyboard.PressAsync("PageUp");
        }

        double chosen = await Value(page);
        chosen.Should().BeGreaterThan(0.999);

        await TabTo(page, "Save as policy…");
        await page.Keyboard.PressAsync("Enter");
        await TabTo(page, "Reason (needed)");
        await TabTo(page, "Save");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#save-problem")).ToContainTextAsync("reason");
        File.Exists(open.SavedPolicy).Should().BeFalse("a reason is needed");

        await TabTo(page, "Reason (needed)", back: true);
        await page.Keyboard.TypeAsync("fewer alarms");
        await TabTo(page, "Save");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("The same queue from the command line").WaitForAsync();
        string policy = await File.ReadAllTextAsync(open.SavedPolicy, TestContext.Current.CancellationToken);
        policy.Should().Contain(string.Create(CultureInfo.InvariantCulture, $"review: {chosen}")).And.Contain("fewer alarms");
        await page.Keyboard.PressAsync("Escape");

        await TabTo(page, "Queue", back: true);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("ol.rows").WaitForAsync();
        await TabInto(page, "ol.rows a");
        string first = await Focused(page);
        await page.Keyboard.PressAsync("ArrowDown");
        (await Focused(page)).Should().NotBe(first);
        await page.Keyboard.PressAsync("Enter");

        await page.Locator("ol.messages").WaitForAsync();
        await TabTo(page, "Reveal message 1");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".text").WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("ol.rows").WaitForAsync();
        open.Complaints.Should().BeEmpty();
    }

    private static Task<string> Focused(IPage page) => page.EvaluateAsync<string>(
        """
        () => {
          const e = document.activeElement;
          const label = e.labels?.[0]?.querySelector('span');
          return e.getAttribute('aria-label') ?? label?.textContent ?? e.textContent;
        }
        """);

    private static async Task<double> Value(IPage page) => double.Parse(
        await page.EvaluateAsync<string>("() => document.activeElement.getAttribute('aria-valuenow')"), CultureInfo.InvariantCulture);

    private static async Task TabTo(IPage page, string name, bool back = false)
    {
        for (int i = 0; i < 80; i++)
        {
            if (await Focused(page) == name)
            {
                return;
            }

            await page.Keyboard.PressAsync(back ? "Shift+Tab" : "Tab");
        }

        Assert.Fail($"Tab does not reach '{name}'.");
    }

    private static async Task TabInto(IPage page, string selector)
    {
        for (int i = 0; i < 80; i++)
        {
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab does not reach '{selector}'.");
    }
}
