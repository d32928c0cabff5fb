const LONGEST = 1600
const QUALITY = 0.82

const asJpeg = (canvas: HTMLCanvasElement) =>
  new Promise<Blob | null>((done) => {
    canvas.toBlob(done, 'image/jpeg', QUALITY)
  })

/** A photograph small enough to be kept on the telephone and sent over a weak line; as it is where it cannot be drawn. */
export async function shrink(file: File): Promise<Blob> {
  try {
    const image = await createImageBitmap(file)
    const scale = Math.min(1, LONGEST / Math.max(image.width, image.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(image.width * scale)
    canvas.height = Math.round(image.height * scale)
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
    return (await asJpeg(canvas)) ?? file
  } catch {
    return file
  }
}
