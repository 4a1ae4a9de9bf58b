using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using QRCoder;

namespace HaiZhengTong.App.Features.People.Contacts;

/// <summary>A person's card to take along: as a vCard, and as a picture a telephone reads.</summary>
public sealed class WriteVCard(ReadPerson people)
{
    // As much as the picture still shows legibly.
    private const int PostsInPicture = 2;

    public async Task<Result<VCardFile>> HandleAsync(PersonId id, PersonId by, CancellationToken cancellationToken)
    {
        // What the reader may not see is not on the card that is read, and so on neither of these.
        var card = await people.HandleAsync(id, by, cancellationToken);
        return card.Match<Result<VCardFile>>(
            found => new VCardFile(found.Name, VCard.Of(found), Picture(VCard.Of(found, PostsInPicture))), refusal => refusal);
    }

    private static string Picture(string text)
    {
        using var made = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.L, forceUtf8: true);
        using var picture = new SvgQRCode(made);
        return picture.GetGraphic(4);
    }
}
